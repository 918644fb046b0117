package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.FilteringDirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Opens an .xls workbook to be changed: without macros and within the budget. */
final class XlsWorkbook {

	private static final String WORKBOOK = "Workbook";

	private static final String MACROS = "_VBA_PROJECT_CUR";

	private XlsWorkbook() {
	}

	/**
	 * Opens the workbook.
	 * @param kept the rows to keep; null to keep everything
	 * @throws UnmarkableException if it is too large or too odd
	 */
	static HSSFWorkbook open(Path file, @Nullable KeptRows kept) throws IOException {
		try (POIFSFileSystem old = new POIFSFileSystem(file.toFile(), true)) {
			DirectoryNode root = old.getRoot();
			String name = root.hasEntryCaseInsensitive(WORKBOOK) ? root.getEntryCaseInsensitive(WORKBOOK).getName()
					: WORKBOOK;
			POIFSFileSystem copy = new POIFSFileSystem();
			EntryUtils.copyNodes(new FilteringDirectoryNode(root, List.of(name, MACROS)),
					new FilteringDirectoryNode(copy.getRoot(), List.of(name, MACROS)));
			try (InputStream records = root.createDocumentInputStream(name)) {
				copy.createDocument(XlsFilter.copy(records, file, kept), WORKBOOK);
			}
			return new HSSFWorkbook(copy.getRoot(), true);
		}
	}

	/** Returns whether the workbook has macros. */
	static boolean hasMacros(Path file) {
		try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
			return files.getRoot().hasEntryCaseInsensitive(MACROS);
		}
		catch (IOException | RuntimeException ex) {
			throw new UnmarkableException(file, String.valueOf(ex.getMessage()), ex);
		}
	}

}
