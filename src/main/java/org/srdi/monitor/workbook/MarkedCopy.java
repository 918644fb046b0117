package org.srdi.monitor.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/**
 * A copy of a spreadsheet of somebody else in which cells are filled and commented and to
 * which a list is added. Everything else stays as it is: styles, formulas with their
 * values, widths, merged cells, print setup, validations, conditional formats,
 * protection, names and the other sheets. An .xlsm becomes an .xlsx without its macros; a
 * text file becomes a csv in UTF-8, which can be given the list but no colours. What an
 * earlier copy has added is replaced.
 */
public final class MarkedCopy {

	/** A heading further down than this is not looked for. */
	private static final int HEADING_WITHIN = 50;

	private final Path original;

	private final Format format;

	private final Map<CellAddress, Remark> remarks = new LinkedHashMap<>();

	private @Nullable KeptRows kept;

	private MarkedCopy(Path original, Format format) {
		this.original = original;
		this.format = format;
	}

	/**
	 * Begins a copy of a file, whose format is told by its content.
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static MarkedCopy of(Path original) {
		try (InputStream in = Files.newInputStream(original)) {
			String start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
			return new MarkedCopy(original, start.startsWith("PK") ? Format.XLSX
					: start.equals("\u00D0\u00CF\u0011\u00E0") ? Format.XLS : Format.CSV);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read '" + original + "': " + ex.getMessage(), ex);
		}
	}

	/** Returns the extension that the copy has to have, without a dot. */
	public String extension() {
		return this.format.extension;
	}

	/**
	 * Returns whether the original has macros, which the copy has not.
	 * @throws UnmarkableException if the original cannot be opened
	 */
	public boolean dropsMacros() {
		return switch (this.format) {
			case XLSX -> LeanPackage.hasMacros(this.original);
			case XLS -> XlsWorkbook.hasMacros(this.original);
			case CSV -> false;
		};
	}

	/**
	 * Marks a cell; several marks of one cell are joined, and the most pressing counts.
	 * @param cell the cell, where it stands in the original
	 * @param words what the comment says
	 */
	public MarkedCopy mark(CellAddress cell, Mark mark, String words) {
		this.remarks.merge(cell, new Remark(mark, words), Remark::and);
		return this;
	}

	/**
	 * Keeps the headings of a sheet with what is above them, and those rows; the others
	 * go, and formulas become their values. Works for large workbooks, too.
	 * @param rows the rows, counted from 0
	 * @param heading recognises rows of headings
	 * @throws UnmarkableException if there is no heading
	 */
	public MarkedCopy keep(String sheet, Set<Integer> rows, Predicate<Row> heading) {
		int first = switch (this.format) {
			case XLSX -> headings(sheet, heading);
			case XLS -> headingsXls(sheet, heading);
			case CSV -> new CsvCopy(this.original).headings(heading, HEADING_WITHIN);
		};
		if (first == 0) {
			throw new UnmarkableException(this.original, "there is no heading in '" + sheet + "'", null);
		}
		this.kept = KeptRows.of(sheet, first, rows);
		return this;
	}

	private int headings(String sheet, Predicate<Row> heading) {
		int last = 0;
		try (Spreadsheet spreadsheet = Spreadsheet.open(this.original); Stream<Row> rows = spreadsheet.rows(sheet)) {
			Iterator<Row> iterator = rows.iterator();
			for (int i = 0; i < HEADING_WITHIN && iterator.hasNext(); i++) {
				Row row = iterator.next();
				last = heading.test(row) ? row.index() + 1 : last;
			}
			return last;
		}
		catch (UnreadableFileException | IllegalArgumentException ex) {
			throw new UnmarkableException(this.original, String.valueOf(ex.getMessage()), ex);
		}
	}

	/** Opens the first rows only, because POI holds all rows it opens in memory. */
	private int headingsXls(String sheet, Predicate<Row> heading) {
		this.kept = KeptRows.of(sheet, HEADING_WITHIN, Set.of());
		int last = 0;
		try (HSSFWorkbook workbook = openXls()) {
			Sheet found = workbook.getSheet(sheet);
			for (int i = 0; found != null && i <= found.getLastRowNum(); i++) {
				org.apache.poi.ss.usermodel.Row row = found.getRow(i);
				last = (row != null && heading.test(Cells.texts(row))) ? i + 1 : last;
			}
			return last;
		}
		catch (IOException ex) {
			throw new UnmarkableException(this.original, String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * Writes the copy beside its target, then renames.
	 * @param list the list to add; its cells stand where they do in the original
	 * @throws UnmarkableException if the original is too large or too odd to be copied
	 * @throws UncheckedIOException if the copy cannot be written
	 */
	public void write(ListSheet list, Path target) {
		Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			Moves moves = new Moves(this.kept);
			switch (this.format) {
				case XLSX -> writeXlsx(moves, moves.of(list), part);
				case XLS -> writeXls(moves, moves.of(list), part);
				case CSV -> new CsvCopy(this.original).write(part, this.kept, moves.of(list));
			}
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write '" + target + "': " + ex.getMessage(), ex);
		}
		finally {
			part.toFile().delete();
		}
	}

	private void writeXlsx(Moves moves, ListSheet list, Path part) throws IOException {
		Path lean = part.resolveSibling(part.getFileName() + ".lean.part");
		try {
			List<LeanPackage.Note> notes = LeanPackage.copy(this.original, lean, this.kept);
			try (XSSFWorkbook workbook = open(lean)) {
				mark(workbook, moves, list, notes);
				XlsxRepair.dropEmpty(workbook);
				try (FixedZip zip = new FixedZip(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
					save(workbook, zip);
				}
			}
		}
		finally {
			lean.toFile().delete();
		}
	}

	/**
	 * A disk without room is no oddity of the workbook, which is what POI makes of it.
	 */
	private static void save(XSSFWorkbook workbook, OutputStream out) throws IOException {
		try {
			workbook.write(out);
		}
		catch (OpenXML4JRuntimeException ex) {
			for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
				if (cause instanceof IOException failure) {
					throw failure;
				}
			}
			throw ex;
		}
	}

	private XSSFWorkbook open(Path lean) {
		try {
			return new XSSFWorkbook(OPCPackage.open(lean.toFile(), PackageAccess.READ_WRITE));
		}
		catch (OpenXML4JException | IOException | RuntimeException | StackOverflowError ex) {
			throw new UnmarkableException(this.original, String.valueOf(ex.getMessage()), ex);
		}
	}

	private void writeXls(Moves moves, ListSheet list, Path part) throws IOException {
		try (HSSFWorkbook workbook = openXls()) {
			movePrintArea(workbook);
			mark(workbook, moves, list, List.of());
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
				workbook.write(out);
			}
		}
	}

	/** Else what is printed would end far below the rows that are left. */
	private void movePrintArea(HSSFWorkbook workbook) {
		KeptRows rows = this.kept;
		int index = (rows != null) ? workbook.getSheetIndex(rows.sheet()) : -1;
		String area = (index >= 0) ? workbook.getPrintArea(index) : null;
		if (rows != null && area != null) {
			String moved = new Ranges(rows).inName(area);
			workbook.setPrintArea(index, moved.substring(moved.lastIndexOf('!') + 1));
		}
	}

	private HSSFWorkbook openXls() {
		try {
			return XlsWorkbook.open(this.original, this.kept);
		}
		catch (UnmarkableException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw new UnmarkableException(this.original, String.valueOf(ex.getMessage()), ex);
		}
	}

	private void mark(Workbook workbook, Moves moves, ListSheet list, List<LeanPackage.Note> notes) {
		try {
			Marker marker = new Marker(workbook);
			marker.restore(notes);
			marker.clear(list);
			marker.mark(moves.of(this.remarks));
			marker.add(list);
		}
		catch (RuntimeException ex) {
			throw new UnmarkableException(this.original, String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * What is said about a cell.
	 *
	 * @param mark the most pressing of its marks
	 * @param words what its comment says
	 */
	record Remark(Mark mark, String words) {

		private Remark and(Remark other) {
			Mark first = (this.mark.compareTo(other.mark) <= 0) ? this.mark : other.mark;
			return new Remark(first, this.words + "\n" + other.words);
		}

	}

	/** What a copy can be. */
	private enum Format {

		XLSX("xlsx"), XLS("xls"), CSV("csv");

		private final String extension;

		Format(String extension) {
			this.extension = extension;
		}

	}

}
