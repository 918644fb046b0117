package org.srdi.monitor.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Makes sure that what a command is to read is there. */
final class InputFiles {

	private InputFiles() {
	}

	static Path existing(Console console, Path file) {
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw new BadInputException(console.text("file.missing", file));
		}
		return file;
	}

	static Path folder(Console console, Path folder) {
		if (!Files.isDirectory(folder)) {
			throw new BadInputException(console.text("folder.missing", folder));
		}
		return folder;
	}

}
