package org.srdi.monitor.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/**
 * Copies an .xlsx or .xlsm part by part into a package that can be opened as a whole:
 * without macros, within the {@link Budget}, and if asked for with some rows only. Parts
 * are stored as they are, because POI takes well compressed ones for an attack.
 */
final class LeanPackage {

	private static final String MACROS = "vbaProject";

	private static final Map<String, String> CONTENT_TYPES = Map.of(
			"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
			"application/vnd.ms-excel.template.macroEnabled.main+xml",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");

	private final Path file;

	private final ZipFile zip;

	private final PackageMap map;

	private final @Nullable KeptRows kept;

	private final Set<String> dropped = new HashSet<>();

	private final UsedStrings strings = new UsedStrings();

	private final Budget budget;

	private final List<Note> notes = new ArrayList<>();

	private LeanPackage(Path file, ZipFile zip, @Nullable KeptRows kept) throws IOException {
		this.file = file;
		this.zip = zip;
		this.map = PackageMap.read(zip);
		this.kept = kept;
		this.budget = new Budget(file);
	}

	/**
	 * Writes the copy.
	 * @param kept the rows to keep; null to keep everything
	 * @return the comments of the kept rows, which are not in the copy; empty if
	 * everything was kept
	 * @throws UnmarkableException if the file is too large or too odd
	 */
	static List<Note> copy(Path file, Path target, @Nullable KeptRows kept) {
		try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
			return new LeanPackage(file, zip, kept).write(target);
		}
		catch (IOException | XMLStreamException ex) {
			throw new UnmarkableException(file, String.valueOf(ex.getMessage()), ex);
		}
	}

	/** Returns whether a package has macros. */
	static boolean hasMacros(Path file) {
		try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
			return Collections.list(zip.getEntries()).stream().anyMatch((entry) -> entry.getName().contains(MACROS));
		}
		catch (IOException ex) {
			throw new UnmarkableException(file, String.valueOf(ex.getMessage()), ex);
		}
	}

	private List<Note> write(Path target) throws IOException, XMLStreamException {
		if (this.map.hasMacroSheets()) {
			throw new UnmarkableException(this.file, "it has sheets of macros", null);
		}
		if (this.kept != null) {
			drop(this.kept);
		}
		try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
			out.setMethod(ZipArchiveOutputStream.STORED);
			// the texts come last, once it is known which are used
			for (ZipArchiveEntry entry : Collections.list(this.zip.getEntries())) {
				if (!entry.isDirectory() && !isStrings(entry)) {
					write(entry, out);
				}
			}
			for (ZipArchiveEntry entry : Collections.list(this.zip.getEntries())) {
				if (isStrings(entry)) {
					write(entry, out);
				}
			}
		}
		return this.notes;
	}

	private boolean isStrings(ZipArchiveEntry entry) {
		return PackageMap.key(entry.getName()).equals(this.map.strings());
	}

	/** Drops what says something about formulas and rows that will be gone. */
	private void drop(KeptRows rows) throws IOException, XMLStreamException {
		String sheet = this.map.part(rows.sheet());
		if (sheet == null) {
			throw new UnmarkableException(this.file, "there is no sheet '" + rows.sheet() + "'", null);
		}
		this.dropped.addAll(this.map.related(this.map.workbook(), "calcChain"));
		for (String comments : this.map.related(sheet, "comments")) {
			try (InputStream in = this.map.open(comments)) {
				this.notes.addAll(Note.read(in, rows));
			}
		}
		for (String kind : List.of("comments", "vmlDrawing", "threadedComment")) {
			this.dropped.addAll(this.map.related(sheet, kind));
		}
	}

	private void write(ZipArchiveEntry entry, ZipArchiveOutputStream zipped) throws IOException, XMLStreamException {
		String part = PackageMap.key(entry.getName());
		if (isDropped(part) || (part.endsWith(".rels") && isDropped(PackageMap.sourceOf(part)))) {
			return;
		}
		zipped.putArchiveEntry(new ZipArchiveEntry(entry.getName().replace('\\', '/').replaceFirst("^/+", "")));
		try (InputStream in = new BufferedInputStream(this.zip.getInputStream(entry), 1 << 16)) {
			OutputStream out = new BufferedOutputStream(new Counted(zipped, this.budget), 1 << 13);
			write(part, in, out);
			out.flush();
		}
		zipped.closeArchiveEntry();
	}

	private boolean isDropped(String part) {
		return part.contains(MACROS.toLowerCase(Locale.ROOT)) || part.endsWith("vbadata.xml")
				|| this.dropped.contains(part);
	}

	private void write(String part, InputStream in, OutputStream out) throws IOException, XMLStreamException {
		if (part.equals("[content_types].xml")) {
			writeContentTypes(in, out);
		}
		else if (part.endsWith(".rels")) {
			writeRelations(PackageMap.folderOf(part), in, out);
		}
		else if (this.kept != null) {
			writeFiltered(part, this.kept, in, out);
		}
		else if (this.map.isSheet(part)) {
			new CellCount(in, this.budget).transferTo(out);
		}
		else {
			in.transferTo(out);
		}
	}

	private void writeFiltered(String part, KeptRows rows, InputStream in, OutputStream out)
			throws IOException, XMLStreamException {
		String sheet = this.map.part(rows.sheet());
		if (this.map.isSheet(part)) {
			try (XmlCopy xml = new XmlCopy(in, out)) {
				new SheetFilter(xml, part.equals(sheet) ? rows : null, this.strings, this.budget).copy();
			}
		}
		else if (part.equals(this.map.strings())) {
			try (XmlCopy xml = new XmlCopy(in, out)) {
				this.strings.copy(xml, out, this.budget);
			}
		}
		else if (part.equals(this.map.workbook())) {
			writeNames(new Ranges(rows), in, out);
		}
		else if (sheet != null && this.map.related(sheet, "table").contains(part)) {
			writeTable(new Ranges(rows), in, out);
		}
		else {
			in.transferTo(out);
		}
	}

	private void writeContentTypes(InputStream in, OutputStream out) throws XMLStreamException {
		try (XmlCopy xml = new XmlCopy(in, out)) {
			while (xml.next()) {
				String part = PackageMap.key(xml.isStart("Override") ? xml.attribute("PartName", "") : "");
				String type = xml.isStart("Override") ? xml.attribute("ContentType", "") : "";
				if (isDropped(part)) {
					xml.skip();
				}
				else if (CONTENT_TYPES.containsKey(type)) {
					xml.copyStart(Map.of("ContentType", CONTENT_TYPES.getOrDefault(type, type)));
				}
				else {
					xml.copy();
				}
			}
		}
	}

	private void writeRelations(String folder, InputStream in, OutputStream out) throws XMLStreamException {
		try (XmlCopy xml = new XmlCopy(in, out)) {
			while (xml.next()) {
				String target = xml.isStart("Relationship") ? xml.attribute("Target", "") : "";
				if (target.contains(MACROS) || this.dropped.contains(PackageMap.resolved(folder, target))) {
					xml.skip();
				}
				else {
					xml.copy();
				}
			}
		}
	}

	private void writeNames(Ranges ranges, InputStream in, OutputStream out) throws XMLStreamException {
		try (XmlCopy xml = new XmlCopy(in, out)) {
			while (xml.next()) {
				xml.copy();
				if (xml.isStart("definedName")) {
					xml.endWith(ranges.inName(xml.text()));
				}
			}
		}
	}

	/** A row of totals below the table is gone, and so are the formulas. */
	private void writeTable(Ranges ranges, InputStream in, OutputStream out) throws XMLStreamException {
		try (XmlCopy xml = new XmlCopy(in, out)) {
			while (xml.next()) {
				if (xml.isStart("calculatedColumnFormula") || xml.isStart("totalsRowFormula")
						|| xml.isStart("filterColumn") || xml.isStart("sortState")) {
					xml.skip();
				}
				else if (xml.isStart("table") || xml.isStart("autoFilter")) {
					String old = xml.attribute("ref", "A1");
					String moved = ranges.moved(old);
					xml.copyStart(Map.of("ref", (moved != null) ? moved : old, "totalsRowCount", ""));
				}
				else {
					xml.copy();
				}
			}
		}
	}

	/**
	 * A comment of the original.
	 *
	 * @param cell where it stands in the copy
	 * @param author who wrote it
	 * @param text what it says
	 */
	record Note(CellAddress cell, String author, String text) {

		private static final int MOST = 2_000;

		private static List<Note> read(InputStream in, KeptRows rows) throws XMLStreamException {
			List<Note> notes = new ArrayList<>();
			List<String> authors = new ArrayList<>();
			try (XmlCopy xml = new XmlCopy(in, OutputStream.nullOutputStream())) {
				while (xml.next() && notes.size() < MOST) {
					if (xml.isStart("author")) {
						authors.add(xml.text());
					}
					else if (xml.isStart("comment")) {
						add(xml, rows, authors, notes);
					}
				}
			}
			return notes;
		}

		private static void add(XmlCopy xml, KeptRows rows, List<String> authors, List<Note> notes)
				throws XMLStreamException {
			CellAddress cell = address(rows.sheet(), xml.attribute("ref", ""));
			String author = xml.attribute("authorId", "");
			if (cell == null || !rows.has(cell.row())) {
				xml.skip();
				return;
			}
			StringBuilder text = new StringBuilder();
			while (xml.next() && !xml.isEnd("comment")) {
				text.append(xml.isStart("t") ? xml.text() : "");
			}
			int index = author.matches("\\d{1,6}") ? Integer.parseInt(author) : -1;
			notes.add(new Note(rows.moved(cell), (index >= 0 && index < authors.size()) ? authors.get(index) : "",
					text.toString()));
		}

		private static @Nullable CellAddress address(String sheet, String local) {
			return local.matches("[A-Z]{1,3}\\d{1,7}") ? CellAddress.parse(sheet + "!" + local) : null;
		}

	}

}
