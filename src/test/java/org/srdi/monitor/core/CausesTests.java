package org.srdi.monitor.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CausesTests {

	@Test
	void tellsTheFirstCauseWithoutTheStatement() {
		SQLException first = new SQLException(
				"NULL not allowed for column \"id\"; SQL statement:\nINSERT INTO t (id) VALUES (?) [23502-240]");
		assertThat(Causes.of(new IllegalStateException("Cannot store", first)))
			.isEqualTo("NULL not allowed for column \"id\"");
	}

	@Test
	void keepsToTheFirstLine() {
		assertThat(Causes.of(new IOException("No space left on device\nat somewhere")))
			.isEqualTo("No space left on device");
	}

	@Test
	void namesAFailureThatSaysNothing() {
		assertThat(Causes.of(new IllegalStateException(new InterruptedException()))).isEqualTo("InterruptedException");
	}

	@Test
	void saysWhatIsTheMatterWithAFileThatIsOnlyNamed() {
		assertThat(Causes.of(new UncheckedIOException(new NoSuchFileException("/inbox/a.xlsx"))))
			.isEqualTo("NoSuchFileException: /inbox/a.xlsx");
		assertThat(Causes.of(new FileSystemException("/out/a.xlsx", null, "Read-only file system")))
			.isEqualTo("/out/a.xlsx: Read-only file system");
	}

}
