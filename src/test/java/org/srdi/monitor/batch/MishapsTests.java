package org.srdi.monitor.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class MishapsTests {

	@Test
	void aFullDiskIsNamedWithTheFileAndWhatToDo() {
		Throwable failure = new IllegalStateException("The step failed", new UncheckedIOException(
				"Cannot archive a.xlsx: No space left on device", new IOException("No space left on device")));
		assertThat(Mishaps.isDiskFull(failure)).isTrue();
		assertThat(Mishaps.tell(failure)).isEqualTo("磁盘空间不足（Cannot archive a.xlsx: No space left on device）。"
				+ "未留下半成品，来件没有丢失。请腾出空间；服务会自动重试，也可以手工再次启动，均从中断处继续");
	}

	@Test
	void aDatabaseThatIsAwayIsNamed() {
		Throwable failure = new DataAccessResourceFailureException("no connection",
				new SQLTransientConnectionException("Connection is not available"));
		assertThat(Mishaps.isDiskFull(failure)).isFalse();
		assertThat(Mishaps.tell(failure)).startsWith("数据库连接中断（Connection is not available）");
	}

	@Test
	void anythingElseIsToldAsItIs() {
		assertThat(Mishaps.tell(new IllegalStateException("outer", new IllegalStateException("inner"))))
			.isEqualTo("inner");
	}

}
