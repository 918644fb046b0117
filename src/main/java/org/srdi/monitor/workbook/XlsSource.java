package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/** A workbook of Excel 97 to 2003, held in memory: it has 65,536 rows a sheet at most. */
final class XlsSource implements Source {

	private final HSSFWorkbook workbook;

	private XlsSource(HSSFWorkbook workbook) {
		this.workbook = workbook;
	}

	static XlsSource open(Path file) throws IOException {
		try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
			refuseForeign(files.getRoot(), file);
			HSSFWorkbook workbook = new HSSFWorkbook(files.getRoot(), files, true);
			if (workbook.getNumberOfSheets() == 0) {
				throw new UnreadableFileException(Reason.DAMAGED, file, null);
			}
			return new XlsSource(workbook);
		}
		catch (EncryptedDocumentException ex) {
			throw new UnreadableFileException(Reason.ENCRYPTED, file, ex);
		}
		catch (OldExcelFormatException ex) {
			throw new UnreadableFileException(Reason.NOT_A_WORKBOOK, "old-workbook", file, ex);
		}
		catch (UnreadableFileException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadableFileException(Reason.DAMAGED, file, ex);
		}
	}

	private static void refuseForeign(DirectoryNode root, Path file) {
		if (root.hasEntry("EncryptedPackage")) {
			throw new UnreadableFileException(Reason.ENCRYPTED, file, null);
		}
		if (Stream.of("Workbook", "WORKBOOK", "Book", "BOOK").noneMatch(root::hasEntry)) {
			throw new UnreadableFileException(Reason.NOT_A_WORKBOOK, "other-document", file, null);
		}
	}

	@Override
	public List<SheetInfo> sheets() {
		return IntStream.range(0, this.workbook.getNumberOfSheets())
			.mapToObj((sheet) -> new SheetInfo(this.workbook.getSheetName(sheet),
					this.workbook.getSheetVisibility(sheet) == SheetVisibility.VISIBLE))
			.toList();
	}

	@Override
	public Stream<Row> rows(String sheet) {
		return StreamSupport.stream(this.workbook.getSheet(sheet).spliterator(), false)
			.map((row) -> row(sheet, row))
			.filter((row) -> !row.cells().isEmpty());
	}

	private Row row(String sheet, org.apache.poi.ss.usermodel.Row row) {
		List<Cell> cells = new ArrayList<>();
		for (org.apache.poi.ss.usermodel.Cell cell : row) {
			Cell read = cell(new CellAddress(sheet, cell.getRowIndex(), cell.getColumnIndex()), cell);
			if (read != null) {
				cells.add(read);
			}
		}
		return new Row(row.getRowNum(), cells);
	}

	private @Nullable Cell cell(CellAddress address, org.apache.poi.ss.usermodel.Cell cell) {
		if (cell.getCellType() != CellType.FORMULA) {
			return cell(address, cell, cell.getCellType());
		}
		Cell computed = cell(address, cell, cell.getCachedFormulaResultType());
		return (computed != null) ? computed.computed() : null;
	}

	private @Nullable Cell cell(CellAddress address, org.apache.poi.ss.usermodel.Cell cell, CellType type) {
		return switch (type) {
			case STRING -> Content.text(address, cell.getStringCellValue());
			case BOOLEAN -> Content.truth(address, cell.getBooleanCellValue());
			case NUMERIC -> number(address, cell);
			case ERROR -> Content.error(address, error(cell.getErrorCellValue()));
			default -> null;
		};
	}

	private @Nullable Cell number(CellAddress address, org.apache.poi.ss.usermodel.Cell cell) {
		BigDecimal number = Numbers.of(cell.getNumericCellValue());
		if (number == null) {
			return Content.error(address, FormulaError.NUM.getString());
		}
		BigDecimal rounded = Numbers.rounded(number);
		short format = cell.getCellStyle().getDataFormat();
		String code = Objects.requireNonNullElse(cell.getCellStyle().getDataFormatString(), "");
		if (NumberFormats.isPercentage(format, code)) {
			return new Cell(address, Cell.Kind.PERCENTAGE, rounded.toPlainString());
		}
		if (NumberFormats.isDate(format, code)) {
			return Content.date(address, rounded, this.workbook.getInternalWorkbook().isUsing1904DateWindowing());
		}
		boolean noise = Double.parseDouble(rounded.toString()) != cell.getNumericCellValue();
		return new Cell(address, Cell.Kind.NUMBER, rounded.toPlainString(), false,
				noise ? String.valueOf(cell.getNumericCellValue()) : null);
	}

	@Override
	public Map<Trait, String> traits() {
		Map<Trait, String> traits = new EnumMap<>(Trait.class);
		DirectoryNode root = this.workbook.getDirectory();
		if (root != null && (root.hasEntry("_VBA_PROJECT_CUR") || root.hasEntry("Macros"))) {
			traits.put(Trait.MACROS, "VBA");
		}
		if (root != null && root.getEntryNames().stream().anyMatch((name) -> name.startsWith("MBD"))) {
			traits.put(Trait.EMBEDDED_OBJECTS, "MBD");
		}
		return traits;
	}

	private static String error(byte code) {
		return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!";
	}

	@Override
	public void close() {
		try {
			this.workbook.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
