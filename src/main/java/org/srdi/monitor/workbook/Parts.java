package org.srdi.monitor.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/**
 * The parts of an .xlsx file and how they refer to each other. Reads the zip itself,
 * because the limits that POI sets against zip bombs hold for the whole JVM.
 */
final class Parts implements AutoCloseable {

	/** A sheet of 1,048,576 rows and 100 columns unpacks to about 4 GiB. */
	private static final long LARGEST_SHEET = 4L << 30;

	/** What is held in memory. */
	private static final long LARGEST_OTHER = 512L << 20;

	private final Path file;

	private final ZipFile zip;

	private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

	private final XMLInputFactory factory = Xml.factory();

	private Parts(Path file, ZipFile zip) {
		this.file = file;
		this.zip = zip;
		Collections.list(zip.getEntries()).forEach((entry) -> this.entries.put(key(entry.getName()), entry));
	}

	static Parts open(Path file) {
		try {
			return new Parts(file, ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get());
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadableFileException(Reason.DAMAGED, file, ex);
		}
	}

	/** Some programs write back slashes, other letters or a slash in front. */
	private static String key(String name) {
		return name.replace('\\', '/').replaceFirst("^/", "").toLowerCase(Locale.ROOT);
	}

	Path file() {
		return this.file;
	}

	boolean has(String part) {
		return this.entries.containsKey(key(part));
	}

	/** Reads a part that is held in memory afterwards. */
	Xml xml(String part) {
		return xml(part, LARGEST_OTHER);
	}

	/** Reads a sheet. */
	Xml sheet(String part) {
		return xml(part, LARGEST_SHEET);
	}

	private Xml xml(String part, long largest) {
		ZipArchiveEntry entry = this.entries.get(key(part));
		if (entry == null) {
			throw unreadable(Reason.DAMAGED, null);
		}
		if (entry.getGeneralPurposeBit().usesEncryption()) {
			throw unreadable(Reason.ENCRYPTED, null);
		}
		try {
			return new Xml(this.factory, new Bounded(this.zip.getInputStream(entry), largest), this.file);
		}
		catch (IOException ex) {
			throw unreadable(Reason.DAMAGED, ex);
		}
	}

	/** Returns what a part refers to; the name of the package itself is empty. */
	List<Relation> relations(String part) {
		String folder = part.substring(0, part.lastIndexOf('/') + 1);
		String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
		List<Relation> relations = new ArrayList<>();
		if (!has(name)) {
			return relations;
		}
		try (Xml xml = xml(name)) {
			while (xml.next()) {
				if (xml.isStart("Relationship") && !xml.attribute("TargetMode", "").equals("External")) {
					relations.add(new Relation(xml.attribute("Id", ""), xml.attribute("Type", ""),
							resolved(folder, xml.attribute("Target", ""))));
				}
			}
		}
		return relations;
	}

	private static String resolved(String folder, String target) {
		Deque<String> path = new ArrayDeque<>();
		for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
			if (step.equals("..")) {
				path.pollLast();
			}
			else if (!step.isEmpty() && !step.equals(".")) {
				path.addLast(step);
			}
		}
		return String.join("/", path);
	}

	private UnreadableFileException unreadable(Reason reason, @Nullable Throwable cause) {
		return new UnreadableFileException(reason, this.file, cause);
	}

	@Override
	public void close() {
		try {
			this.zip.close();
		}
		catch (IOException ex) {
			throw unreadable(Reason.DAMAGED, ex);
		}
	}

	/**
	 * A reference from one part to another.
	 *
	 * @param id its name within the part that refers
	 * @param type what the other part is, an address whose last word counts
	 * @param target the other part
	 */
	record Relation(String id, String type, String target) {

		boolean is(String kind) {
			return this.type.endsWith("/" + kind);
		}

	}

	/** Stops unpacking at a limit. */
	private final class Bounded extends FilterInputStream {

		private long left;

		Bounded(InputStream in, long largest) {
			super(in);
			this.left = largest;
		}

		@Override
		public int read() throws IOException {
			int read = super.read();
			return (read < 0) ? read : counted(1, read);
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = super.read(target, offset, length);
			return counted(read, read);
		}

		private int counted(int bytes, int result) {
			this.left -= Math.max(bytes, 0);
			if (this.left < 0) {
				throw unreadable(Reason.TOO_LARGE, null);
			}
			return result;
		}

	}

}
