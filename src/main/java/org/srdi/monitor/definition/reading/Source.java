package org.srdi.monitor.definition.reading;

import java.io.IOException;
import java.io.InputStream;

/** Opens the files of {@code jobs/} by name, wherever they are. */
@FunctionalInterface
public interface Source {

	/**
	 * Opens a file.
	 * @param name the name within {@code jobs}, as in {@code shared/regions.csv}
	 * @throws IOException if it is missing or unreadable
	 */
	InputStream open(String name) throws IOException;

}
