package org.srdi.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A page that follows from the code. */
public final class Page {

	private Page() {
	}

	/**
	 * Compares a page with what it should be, or writes it if {@code -Dsrdi.update=true}.
	 * @param test the simple name of the test, to tell how to bring the page up to date
	 */
	public static void demand(Path page, String wanted, String test) {
		try {
			if (Boolean.getBoolean("srdi.update")) {
				Files.writeString(page, wanted);
			}
			assertThat(Files.exists(page) ? Files.readString(page) : "")
				.as("%s is out of date: mvn test -Dtest=%s -Dsrdi.update=true", page, test)
				.isEqualTo(wanted);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
