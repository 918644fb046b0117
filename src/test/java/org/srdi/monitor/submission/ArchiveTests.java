package org.srdi.monitor.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveTests {

	/** As {@code printf abc | sha256sum} has it. */
	private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	@TempDir
	private Path folder;

	@Test
	void keepsBytesUnderTheirHash() throws IOException {
		Archive archive = new Archive(this.folder.resolve("archive"));
		Path file = Files.writeString(this.folder.resolve("report.xlsx"), "abc");
		assertThat(archive.has(ABC)).isFalse();
		assertThat(archive.keep(file)).isEqualTo(ABC);
		assertThat(archive.keep(file)).isEqualTo(ABC);
		assertThat(archive.find(ABC)).hasContent("abc").hasFileName(ABC);
		assertThat(file).exists();
		try (Stream<Path> kept = Files.walk(this.folder.resolve("archive"))) {
			assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
		}
	}

}
