package org.srdi.monitor.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.srdi.monitor.core.CellAddress;

/**
 * Writes an .xlsx workbook. The same content gives the same bytes, and a file is either
 * whole or not there.
 */
public final class WorkbookWriter implements AutoCloseable {

	private static final String CREATOR = "srdi-monitor";

	private static final Instant CREATED = Instant.parse("2000-01-01T00:00:00Z");

	private static final int ROWS_IN_MEMORY = 200;

	private final Workbook workbook;

	private final XSSFWorkbook frame;

	private final Styles styles;

	private final Options options = new Options();

	private final List<Runnable> work = new ArrayList<>();

	private final Map<String, SheetWriter> sheets = new LinkedHashMap<>();

	private WorkbookWriter(Workbook workbook, XSSFWorkbook frame) {
		this.workbook = workbook;
		this.frame = frame;
		this.styles = new Styles(frame);
	}

	/** Begins a workbook of forms, tables and charts, held in memory. */
	public static WorkbookWriter styled() {
		XSSFWorkbook workbook = new XSSFWorkbook();
		return new WorkbookWriter(workbook, workbook);
	}

	/** Begins a workbook of big tables, whose rows are written strictly top-down. */
	public static WorkbookWriter streaming() {
		SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY) {
			@Override
			protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
				return new FixedZip(out);
			}
		};
		return new WorkbookWriter(workbook, workbook.getXSSFWorkbook());
	}

	/** Returns the sheet of that name, which is added behind the others if it is new. */
	public SheetWriter sheet(String name) {
		return this.sheets.computeIfAbsent(name,
				(missing) -> new SheetWriter(this, this.workbook.createSheet(missing), this.frame.getSheet(missing)));
	}

	/** Sets the title in the properties of the document. */
	public WorkbookWriter title(String title) {
		this.frame.getProperties().getCoreProperties().setTitle(title);
		return this;
	}

	/**
	 * Saves the workbook: writes beside the file, then renames. To be called once.
	 * @throws UncheckedIOException if the file cannot be written
	 */
	public void save(Path file) {
		finish();
		WholeFile.write(file, this::write);
	}

	/**
	 * Makes a stamp of the workbook, of which many copies are written. To be called once,
	 * and instead of {@link #save}.
	 * @param open the cells whose content differs from copy to copy; each must have been
	 * written, if only with its style
	 * @throws IllegalArgumentException if one was not
	 */
	public Stamp stamp(Collection<CellAddress> open) {
		finish();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			write(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Stamp.of(out.toByteArray(), parts(), open);
	}

	private Map<String, String> parts() {
		Map<String, String> parts = new HashMap<>();
		this.frame.forEach((sheet) -> parts.put(sheet.getSheetName(),
				((XSSFSheet) sheet).getPackagePart().getPartName().getName().substring(1)));
		return parts;
	}

	private void write(OutputStream out) throws IOException {
		if (this.workbook instanceof SXSSFWorkbook) {
			this.workbook.write(out);
			return;
		}
		try (FixedZip zip = new FixedZip(out)) {
			this.workbook.write(zip);
		}
	}

	private void finish() {
		this.work.forEach(Runnable::run);
		this.work.clear();
		this.options.writeTo(this.frame);
		POIXMLProperties properties = this.frame.getProperties();
		properties.getExtendedProperties().setApplication(CREATOR);
		PackageProperties core = properties.getCoreProperties().getUnderlyingProperties();
		core.setCreatorProperty(CREATOR);
		core.setLastModifiedByProperty(CREATOR);
		date(core);
	}

	private static void date(PackageProperties core) {
		try {
			core.setCreatedProperty(CREATED.toString());
			core.setModifiedProperty(CREATED.toString());
		}
		catch (InvalidFormatException ex) {
			throw new IllegalStateException("An instant is a valid date", ex);
		}
	}

	/** Gives up what was not saved and removes temporary files. */
	@Override
	public void close() {
		try {
			this.workbook.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Styles styles() {
		return this.styles;
	}

	Options options() {
		return this.options;
	}

	XSSFWorkbook frame() {
		return this.frame;
	}

	boolean isStreaming() {
		return this.workbook != this.frame;
	}

	/** Does what needs all cells: charts carry copies of their values. */
	void finish(Runnable work) {
		this.work.add(work);
	}

}
