package org.srdi.monitor.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/**
 * The parts of an .xlsx file and how they refer to each other. The directory is checked
 * before anything is unpacked, and what is unpacked is held against the directory. The
 * limits are our own, because those of POI hold for the whole JVM.
 */
final class Parts implements AutoCloseable {

	/** A workbook with a thousand pictures has fewer. */
	private static final int MOST_PARTS = 4000;

	/** A sheet of 1,048,576 rows and 40 columns unpacks to about 1.5 GiB. */
	private static final long LARGEST_SHEET = 2L << 30;

	/** What is read as a whole: styles of 40 MB have been seen. */
	private static final long LARGEST_OTHER = 128L << 20;

	/** Beyond this size a part must not have been packed better than that. */
	private static final long SUSPICIOUS_SIZE = 32L << 20;

	/** Blank formatted cells pack 1 : 60; 1 : 1000 is what a zip bomb does. */
	private static final long HIGHEST_RATIO = 250;

	private final Path file;

	private final ZipFile zip;

	private final Map<String, ZipEntry> entries = new HashMap<>();

	private Parts(Path file, ZipFile zip) {
		this.file = file;
		this.zip = zip;
		if (zip.size() > MOST_PARTS) {
			throw unreadable(Reason.TOO_LARGE, "too-many-parts", null);
		}
		Enumeration<? extends ZipEntry> all = zip.entries();
		long packed = 0;
		while (all.hasMoreElements()) {
			ZipEntry entry = all.nextElement();
			packed += entry.getCompressedSize();
			add(entry);
		}
		if (packed > file.toFile().length()) {
			throw unreadable(Reason.FORBIDDEN, "overlap", null);
		}
	}

	static Parts open(Path file) {
		ZipFile zip = unzip(file);
		try {
			return new Parts(file, zip);
		}
		catch (RuntimeException ex) {
			closeQuietly(zip);
			throw ex;
		}
	}

	private static ZipFile unzip(Path file) {
		try {
			return new ZipFile(file.toFile());
		}
		catch (ZipException ex) {
			boolean encrypted = String.valueOf(ex.getMessage()).contains("encrypted");
			throw new UnreadableFileException(encrypted ? Reason.ENCRYPTED : Reason.DAMAGED, file, ex);
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadableFileException(Reason.DAMAGED, file, ex);
		}
	}

	private static void closeQuietly(ZipFile zip) {
		try {
			zip.close();
		}
		catch (IOException ex) {
			// what made us close it is the better story
		}
	}

	private void add(ZipEntry entry) {
		String name = key(entry.getName());
		if ((name.contains("..") && List.of(name.split("/")).contains("..")) || name.indexOf(':') >= 0) {
			throw unreadable(Reason.FORBIDDEN, "unsafe-path", null);
		}
		if (entry.getSize() > SUSPICIOUS_SIZE && entry.getSize() > HIGHEST_RATIO * entry.getCompressedSize()) {
			throw unreadable(Reason.TOO_LARGE, "bomb", null);
		}
		if (this.entries.put(name, entry) != null) {
			throw unreadable(Reason.DAMAGED, null);
		}
	}

	/** Some programs write back slashes, other letters or a slash in front. */
	private static String key(String name) {
		String path = name.replace('\\', '/');
		return (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
	}

	Path file() {
		return this.file;
	}

	boolean has(String part) {
		return this.entries.containsKey(key(part));
	}

	/** Returns whether there is a part in that folder or of that name. */
	boolean hasAny(String start) {
		return this.entries.keySet().stream().anyMatch((name) -> name.startsWith(start));
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
		ZipEntry entry = this.entries.get(key(part));
		if (entry == null) {
			throw unreadable(Reason.DAMAGED, null);
		}
		if (entry.getSize() > largest) {
			throw unreadable(Reason.TOO_LARGE, null);
		}
		try {
			return new Xml(new Checked(this.zip.getInputStream(entry), entry), this.file);
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
		String plain = target.replace('\\', '/');
		for (String step : (plain.startsWith("/") ? plain : folder + plain).split("/", -1)) {
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

	private UnreadableFileException unreadable(Reason reason, String key, @Nullable Throwable cause) {
		return new UnreadableFileException(reason, key, this.file, cause);
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

	/**
	 * Holds what is unpacked against the directory: no byte more, none less, none other.
	 */
	private static final class Checked extends FilterInputStream {

		private final CRC32 sum = new CRC32();

		private final ZipEntry entry;

		private long left;

		Checked(InputStream in, ZipEntry entry) {
			super(in);
			this.entry = entry;
			this.left = entry.getSize();
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = super.read(target, offset, length);
			if (read > 0) {
				this.left -= read;
				this.sum.update(target, offset, read);
			}
			if (this.left < 0 || (read < 0 && (this.left > 0 || this.sum.getValue() != this.entry.getCrc()))) {
				throw new ZipException("The part " + Objects.toString(this.entry) + " is not what the directory says");
			}
			return read;
		}

	}

}
