package org.srdi.monitor.publication;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Takes the rows of an export one by one. */
interface RowSink {

	/** Begins the table with the names of its columns; called once, before any row. */
	void begin(List<String> columns) throws IOException;

	/**
	 * Writes a row.
	 * @param values String, BigDecimal, Integer, Boolean or null, one per column
	 */
	void row(List<@Nullable Object> values) throws IOException;

	/** Ends the table. */
	void end() throws IOException;

}
