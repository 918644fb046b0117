package org.srdi.monitor.workbook;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.workbook.Parts.Relation;
import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/** A workbook of Excel 2007 or later, whose sheets are read while they are asked for. */
final class XlsxSource implements Source {

	private final Parts parts;

	private final List<Relation> relations;

	private final Map<SheetInfo, String> sheets = new LinkedHashMap<>();

	private boolean since1904;

	private @Nullable NumberFormats formats;

	private @Nullable SharedStrings sharedStrings;

	private XlsxSource(Parts parts) {
		this.parts = parts;
		String workbook = workbookPart();
		if (workbook.endsWith(".bin")) {
			throw foreign("binary-workbook");
		}
		this.relations = parts.relations(workbook);
		try (Xml xml = parts.xml(workbook)) {
			read(xml);
		}
		if (this.sheets.isEmpty() && this.relations.stream().noneMatch((relation) -> relation.is("chartsheet"))) {
			throw new UnreadableFileException(Reason.DAMAGED, parts.file(), null);
		}
	}

	static XlsxSource open(Path file) {
		Parts parts = Parts.open(file);
		try {
			return new XlsxSource(parts);
		}
		catch (RuntimeException ex) {
			parts.close();
			throw ex;
		}
	}

	private String workbookPart() {
		return this.parts.relations("")
			.stream()
			.filter((relation) -> relation.is("officeDocument"))
			.map(Relation::target)
			.findFirst()
			.orElseThrow(() -> foreign("other-document"));
	}

	private void read(Xml xml) {
		xml.next();
		if (!xml.isStart("workbook")) {
			throw foreign("other-document");
		}
		while (xml.next()) {
			if (xml.isStart("workbookPr")) {
				this.since1904 = xml.truth("date1904");
			}
			else if (xml.isStart("sheet")) {
				addSheet(xml);
			}
		}
	}

	private void addSheet(Xml xml) {
		SheetInfo sheet = new SheetInfo(xml.attribute("name", ""), xml.attribute("state", "visible").equals("visible"));
		String id = xml.attribute("id", "");
		this.relations.stream()
			.filter((relation) -> relation.id().equals(id) && relation.is("worksheet"))
			.findFirst()
			.ifPresent((relation) -> this.sheets.put(sheet, relation.target()));
	}

	private UnreadableFileException foreign(String key) {
		return new UnreadableFileException(Reason.NOT_A_WORKBOOK, key, this.parts.file(), null);
	}

	@Override
	public List<SheetInfo> sheets() {
		return List.copyOf(this.sheets.keySet());
	}

	@Override
	public Stream<Row> rows(String sheet) {
		XlsxRows rows = new XlsxRows(this, sheet, this.parts.sheet(part(sheet)));
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
			.onClose(rows::close);
	}

	private String part(String sheet) {
		return this.sheets.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().name().equals(sheet))
			// the visible one before a hidden twin
			.sorted(Comparator.comparing((entry) -> !entry.getKey().visible()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	boolean isSince1904() {
		return this.since1904;
	}

	NumberFormats formats() {
		if (this.formats == null) {
			this.formats = readFormats();
		}
		return this.formats;
	}

	private NumberFormats readFormats() {
		String part = related("styles");
		if (part == null) {
			return NumberFormats.NONE;
		}
		try (Xml xml = this.parts.xml(part)) {
			return NumberFormats.read(xml);
		}
	}

	SharedStrings sharedStrings() {
		if (this.sharedStrings == null) {
			this.sharedStrings = readSharedStrings();
		}
		return this.sharedStrings;
	}

	private SharedStrings readSharedStrings() {
		String part = related("sharedStrings");
		if (part == null) {
			return SharedStrings.NONE;
		}
		try (Xml xml = this.parts.xml(part)) {
			return SharedStrings.read(xml);
		}
	}

	@Override
	public Map<Trait, String> traits() {
		Map<Trait, String> traits = new EnumMap<>(Trait.class);
		if (this.relations.stream().anyMatch((relation) -> relation.is("vbaProject"))) {
			traits.put(Trait.MACROS, "VBA");
		}
		if (this.parts.hasAny("xl/externallinks/")) {
			traits.put(Trait.EXTERNAL_LINKS, "xl/externalLinks");
		}
		if (this.parts.hasAny("xl/embeddings/")) {
			traits.put(Trait.EMBEDDED_OBJECTS, "xl/embeddings");
		}
		return traits;
	}

	private @Nullable String related(String kind) {
		return this.relations.stream()
			.filter((relation) -> relation.is(kind))
			.map(Relation::target)
			.findFirst()
			.orElse(null);
	}

	@Override
	public void close() {
		this.parts.close();
	}

}
