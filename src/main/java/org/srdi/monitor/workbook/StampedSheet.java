package org.srdi.monitor.workbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import org.srdi.monitor.core.CellAddress;

/**
 * A sheet with cells left open. What stands before the first and behind the last of them,
 * which is most of the sheet, is compressed once; only what lies between is compressed
 * with every copy. Pieces that are compressed one by one make one stream, because each
 * ends at a full byte and none refers back to another.
 */
final class StampedSheet {

	private static final Pattern CELL = Pattern.compile("(<c r=\"([A-Z]+\\d+)\"(?: s=\"\\d+\")?)[^>]*?(?:/>|>.*?</c>)");

	/** The best of a copy lies in its labels, which hardly vary: speed counts more. */
	private static final int QUICK = 3;

	private static final int BUFFER = 1 << 13;

	private final String part;

	private final byte[] head;

	/** The open cells from top to bottom. */
	private final List<Open> open;

	private final byte[] tail;

	private final byte[] deflatedHead;

	private final byte[] deflatedTail;

	private StampedSheet(String part, String head, List<Open> open, String tail) {
		this.part = part;
		this.head = bytes(head);
		this.open = open;
		this.tail = bytes(tail);
		this.deflatedHead = deflated(this.head, this.head.length, Deflater.DEFAULT_COMPRESSION, Deflater.SYNC_FLUSH);
		this.deflatedTail = deflated(this.tail, this.tail.length, Deflater.DEFAULT_COMPRESSION, Deflater.NO_FLUSH);
	}

	/**
	 * Opens cells of a sheet.
	 * @throws IllegalArgumentException if the sheet has no such cell
	 */
	static StampedSheet of(String part, String sheet, String xml, Collection<CellAddress> cells) {
		Set<CellAddress> missing = new HashSet<>(cells);
		List<Open> open = new ArrayList<>();
		Matcher matcher = CELL.matcher(xml);
		int head = 0;
		int from = 0;
		while (matcher.find()) {
			CellAddress cell = CellAddress.parse(sheet + "!" + matcher.group(2));
			if (missing.remove(cell)) {
				head = open.isEmpty() ? matcher.start() : head;
				open.add(new Open(bytes(xml.substring(open.isEmpty() ? head : from, matcher.end(1))), cell));
				from = matcher.end();
			}
		}
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException("The sheet '" + sheet + "' has no cells " + missing + " to fill in");
		}
		return new StampedSheet(part, xml.substring(0, head), open, xml.substring(from));
	}

	/** Returns the sheet with its open cells filled in. */
	RawPart filled(Imprint imprint) {
		Bytes middle = new Bytes();
		for (Open cell : this.open) {
			middle.writeBytes(cell.before());
			middle.writeBytes(bytes(imprint.endOf(cell.address())));
		}
		CRC32 crc = new CRC32();
		crc.update(this.head);
		middle.addTo(crc);
		crc.update(this.tail);
		Bytes deflated = new Bytes();
		deflated.writeBytes(this.deflatedHead);
		deflated.writeBytes(middle.deflated());
		deflated.writeBytes(this.deflatedTail);
		return new RawPart(this.part, deflated.toByteArray(),
				(long) this.head.length + middle.size() + this.tail.length, crc.getValue());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Compresses a piece of a stream; the last one, which is not flushed, ends it.
	 */
	private static byte[] deflated(byte[] bytes, int length, int level, int flush) {
		Deflater deflater = new Deflater(level, true);
		try {
			deflater.setInput(bytes, 0, length);
			if (flush == Deflater.NO_FLUSH) {
				deflater.finish();
			}
			return drain(deflater, flush);
		}
		finally {
			deflater.end();
		}
	}

	private static byte[] drain(Deflater deflater, int flush) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
		byte[] buffer = new byte[BUFFER];
		int count;
		do {
			count = deflater.deflate(buffer, 0, buffer.length, flush);
			out.write(buffer, 0, count);
		}
		while (count == buffer.length);
		return out.toByteArray();
	}

	/**
	 * A cell left open.
	 *
	 * @param before what stands between the open cell before and the content of this one
	 * @param address where it is
	 */
	@SuppressWarnings("ArrayRecordComponent") // nobody compares them
	private record Open(byte[] before, CellAddress address) {

	}

	/** Bytes that are looked at without a copy. */
	private static final class Bytes extends ByteArrayOutputStream {

		private Bytes() {
			super(1 << 15);
		}

		private void addTo(CRC32 crc) {
			crc.update(this.buf, 0, this.count);
		}

		private byte[] deflated() {
			return StampedSheet.deflated(this.buf, this.count, QUICK, Deflater.SYNC_FLUSH);
		}

	}

}
