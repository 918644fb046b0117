package org.srdi.bench;

import java.io.InputStream;
import java.nio.file.Path;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** POI's events: every cell to its formatted text. */
final class PoiEvents implements Contender {

	@Override
	public String name() {
		return "POI event";
	}

	@Override
	public long read(Path file) throws Exception {
		Counter counter = new Counter();
		try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
			ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(container);
			XSSFReader reader = new XSSFReader(container);
			XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
			while (sheets.hasNext()) {
				try (InputStream in = sheets.next()) {
					if (!Contenders.isHidden(sheets.getSheetName())) {
						XMLReader xml = XMLHelper.newXMLReader();
						xml.setContentHandler(
								new XSSFSheetXMLHandler(reader.getStylesTable(), strings, counter, false));
						xml.parse(new InputSource(in));
					}
				}
			}
		}
		return counter.cells;
	}

	/** Counts cells. */
	private static final class Counter implements XSSFSheetXMLHandler.SheetContentsHandler {

		private long cells;

		@Override
		public void startRow(int row) {
		}

		@Override
		public void endRow(int row) {
		}

		@Override
		public void cell(@Nullable String address, @Nullable String text, @Nullable XSSFComment comment) {
			this.cells += (text == null || text.isEmpty()) ? 0 : 1;
		}

	}

}
