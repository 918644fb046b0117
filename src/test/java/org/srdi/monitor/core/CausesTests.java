package org.srdi.monitor.core;

import java.io.IOException;
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

}
