package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTests {

	@Test
	void standInBothLanguages() throws IOException {
		assertThat(messages("workbook_en").stringPropertyNames())
			.containsExactlyInAnyOrderElementsOf(messages("workbook").stringPropertyNames());
	}

	private static Properties messages(String name) throws IOException {
		Properties messages = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", name + ".properties"))) {
			messages.load(reader);
		}
		return messages;
	}

}
