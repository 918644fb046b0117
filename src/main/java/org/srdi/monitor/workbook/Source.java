package org.srdi.monitor.workbook;

import java.util.List;
import java.util.stream.Stream;

/** A workbook in one of the formats that are read. */
interface Source extends AutoCloseable {

	List<SheetInfo> sheets();

	Stream<Row> rows(String sheet);

	@Override
	void close();

}
