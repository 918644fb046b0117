package org.srdi.monitor.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import org.srdi.monitor.core.CellAddress;

/**
 * A workbook of which many copies are written that differ in the content of some cells.
 * It is laid out once; a copy takes over all its parts in compressed form but for the
 * sheets with such cells. Equal content gives equal bytes. May be shared by threads.
 */
public final class Stamp {

	private final Set<CellAddress> open;

	private final Map<String, RawPart> parts;

	/** The sheets with open cells by their parts. */
	private final Map<String, Sheet> sheets = new LinkedHashMap<>();

	private Stamp(Set<CellAddress> open, Map<String, RawPart> parts) {
		this.open = open;
		this.parts = parts;
	}

	/**
	 * Makes a stamp of a workbook.
	 * @param workbook the bytes of the file
	 * @param sheetParts the parts of its sheets by their names
	 * @param open the cells that differ from copy to copy; all must be there, and what
	 * they hold is left out
	 * @throws IllegalArgumentException if one of the cells is not there
	 */
	static Stamp of(byte[] workbook, Map<String, String> sheetParts, Collection<CellAddress> open) {
		try (ZipFile zip = ZipFile.builder()
			.setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
			.setIgnoreLocalFileHeader(true)
			.get()) {
			Stamp stamp = new Stamp(Set.copyOf(open), parts(zip));
			for (Map.Entry<String, List<CellAddress>> cells : bySheet(open).entrySet()) {
				String part = sheetParts.getOrDefault(cells.getKey(), "");
				stamp.sheets.put(part, sheet(zip, part, cells.getKey(), cells.getValue()));
			}
			return stamp;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex); // a workbook in memory has all its bytes
		}
	}

	private static Map<String, RawPart> parts(ZipFile zip) throws IOException {
		Map<String, RawPart> parts = new LinkedHashMap<>();
		for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
			try (InputStream raw = zip.getRawInputStream(entry)) {
				parts.put(entry.getName(),
						new RawPart(entry.getName(), raw.readAllBytes(), entry.getSize(), entry.getCrc()));
			}
		}
		return parts;
	}

	private static Map<String, List<CellAddress>> bySheet(Collection<CellAddress> cells) {
		Map<String, List<CellAddress>> sheets = new TreeMap<>();
		cells.forEach((cell) -> sheets.computeIfAbsent(cell.sheet(), (missing) -> new ArrayList<>()).add(cell));
		return sheets;
	}

	private static Sheet sheet(ZipFile zip, String part, String name, List<CellAddress> cells) throws IOException {
		ZipArchiveEntry entry = zip.getEntry(part);
		if (entry == null) {
			throw new IllegalArgumentException("The workbook has no sheet '" + name + "'");
		}
		try (InputStream in = zip.getInputStream(entry)) {
			String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return new Sheet(name, StampedSheet.of(part, name, xml, cells));
		}
	}

	/**
	 * Writes a copy; open cells that the imprint leaves out are empty.
	 * @throws IllegalArgumentException if the imprint has a cell that is not open
	 * @throws UncheckedIOException if the file cannot be written
	 */
	public void save(Path file, Imprint imprint) {
		byte[] workbook = bytes(imprint);
		WholeFile.write(file, (out) -> out.write(workbook));
	}

	/**
	 * Returns the bytes of a copy; open cells that the imprint leaves out are empty.
	 * @throws IllegalArgumentException if the imprint has a cell that is not open
	 */
	public byte[] bytes(Imprint imprint) {
		if (!this.open.containsAll(imprint.cells())) {
			Set<CellAddress> foreign = new HashSet<>(imprint.cells());
			foreign.removeAll(this.open);
			throw new IllegalArgumentException("Not open to be filled in: " + foreign);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
		try (FixedZip zip = new FixedZip(out)) {
			for (RawPart part : this.parts.values()) {
				Sheet sheet = this.sheets.get(part.name());
				zip.add((sheet != null) ? sheet.filled(imprint) : part);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * A sheet with open cells.
	 *
	 * @param name its name
	 * @param stamped what it is made of
	 * @param blank the sheet with nothing filled in
	 */
	private record Sheet(String name, StampedSheet stamped, RawPart blank) {

		private Sheet(String name, StampedSheet stamped) {
			this(name, stamped, stamped.filled(new Imprint()));
		}

		private RawPart filled(Imprint imprint) {
			return imprint.touches(this.name) ? this.stamped.filled(imprint) : this.blank;
		}

	}

}
