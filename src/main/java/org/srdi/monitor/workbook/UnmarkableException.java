package org.srdi.monitor.workbook;

import java.io.Serial;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Says that a file cannot be copied with marks although it may be readable: it is too
 * large to be opened as a whole, or too odd.
 */
public class UnmarkableException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnmarkableException(Path file, String why, @Nullable Throwable cause) {
		super("'" + file + "' cannot be copied with marks: " + why, cause);
	}

}
