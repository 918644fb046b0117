package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Where the parts of a package stand that its sheets are made of. */
final class PackageMap {

	private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

	private final ZipFile zip;

	private final String workbook;

	private final Map<String, String> sheets = new LinkedHashMap<>();

	private final Set<String> sheetParts;

	private final String strings;

	private PackageMap(ZipFile zip) throws IOException, XMLStreamException {
		this.zip = zip;
		Collections.list(zip.getEntries()).forEach((entry) -> this.entries.put(key(entry.getName()), entry));
		this.workbook = related("", "officeDocument").stream()
			.findFirst()
			.orElseThrow(() -> new IOException("There is no workbook in it"));
		Map<String, String> targets = relations(this.workbook, "worksheet");
		this.sheetParts = new HashSet<>(targets.values());
		this.strings = related(this.workbook, "sharedStrings").stream().findFirst().orElse("");
		readSheets(targets);
	}

	static PackageMap read(ZipFile zip) throws IOException {
		try {
			return new PackageMap(zip);
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	private void readSheets(Map<String, String> targets) throws IOException, XMLStreamException {
		try (InputStream in = open(this.workbook); XmlCopy xml = new XmlCopy(in, OutputStream.nullOutputStream())) {
			while (xml.next()) {
				String id = xml.isStart("sheet") ? xml.attribute("id", "") : "";
				String target = targets.get(id);
				if (target != null) {
					this.sheets.put(xml.attribute("name", ""), target);
				}
			}
		}
	}

	InputStream open(String part) throws IOException {
		ZipArchiveEntry entry = this.entries.get(part);
		if (entry == null) {
			throw new IOException("There is no part " + part);
		}
		return this.zip.getInputStream(entry);
	}

	/** Returns the name of a part as it is compared. */
	static String key(String name) {
		return name.replace('\\', '/').replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
	}

	/** Returns the folder that the targets of relations count from. */
	static String folderOf(String relations) {
		return relations.substring(0, Math.max(0, relations.lastIndexOf("_rels/")));
	}

	/** Returns the part whose relations a part of the package holds. */
	static String sourceOf(String relations) {
		return folderOf(relations) + relations.substring(relations.lastIndexOf('/') + 1).replaceFirst("\\.rels$", "");
	}

	/** Returns the part that a relation leads to. */
	static String resolved(String folder, String target) {
		Deque<String> path = new ArrayDeque<>();
		for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
			if (step.equals("..")) {
				path.pollLast();
			}
			else if (!step.isEmpty() && !step.equals(".")) {
				path.addLast(step);
			}
		}
		return key(String.join("/", path));
	}

	String workbook() {
		return this.workbook;
	}

	/** Returns the part of a sheet; null if there is no such sheet. */
	@Nullable String part(String sheet) {
		return this.sheets.get(sheet);
	}

	boolean isSheet(String part) {
		return this.sheetParts.contains(part);
	}

	/** Returns the part of the shared texts; empty if there is none. */
	String strings() {
		return this.strings;
	}

	boolean hasMacroSheets() throws IOException, XMLStreamException {
		return !related(this.workbook, "xlMacrosheet").isEmpty()
				|| !related(this.workbook, "xlIntlMacrosheet").isEmpty();
	}

	/** Returns the parts of a kind that a part refers to. */
	Set<String> related(String part, String kind) throws IOException, XMLStreamException {
		return Set.copyOf(relations(part, kind).values());
	}

	private Map<String, String> relations(String part, String kind) throws IOException, XMLStreamException {
		Map<String, String> relations = new LinkedHashMap<>();
		String folder = part.substring(0, part.lastIndexOf('/') + 1);
		String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
		if (!this.entries.containsKey(name)) {
			return relations;
		}
		try (InputStream in = open(name); XmlCopy xml = new XmlCopy(in, OutputStream.nullOutputStream())) {
			while (xml.next()) {
				boolean wanted = xml.isStart("Relationship") && xml.attribute("Type", "").endsWith("/" + kind)
						&& !xml.attribute("TargetMode", "").equals("External");
				if (wanted) {
					relations.put(xml.attribute("Id", ""), resolved(folder, xml.attribute("Target", "")));
				}
			}
		}
		return relations;
	}

}
