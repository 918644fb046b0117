package org.srdi.monitor.workbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A workbook in one of the formats that are read. */
interface Source extends AutoCloseable {

	List<SheetInfo> sheets();

	Stream<Row> rows(String sheet);

	/** Returns what is peculiar about the file, with the particulars. */
	Map<Trait, String> traits();

	@Override
	void close();

}
