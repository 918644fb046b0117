package org.srdi.monitor.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Copies the records of an .xls workbook, counting its cells against a budget, and if
 * asked for with some rows of a sheet only, which close ranks; formulas become their
 * values then. The places of the sheets within the stream are not corrected, because POI
 * reads them in their order.
 */
final class XlsFilter {

	private static final int BOF = 0x809;

	private static final int EOF = 0x0A;

	private static final int CONTINUE = 0x3C;

	private static final int BOUND_SHEET = 0x85;

	private static final int FILE_PASS = 0x2F;

	private static final int ROW = 0x208;

	private static final int HIDDEN_AT = 12;

	private static final int HIDDEN = 0x20;

	private static final int FORMULA = 0x06;

	private static final int STRING = 0x207;

	private static final int MUL_RK = 0xBD;

	private static final int MUL_BLANK = 0xBE;

	private static final int MERGED = 0xE5;

	private static final int LINK = 0x1B8;

	private static final int PANE = 0x41;

	private static final Set<Integer> CELLS = Set.of(0x203, 0x204, 0xFD, 0x27E, 0x201, 0x205, 0xD6, MUL_RK, MUL_BLANK,
			FORMULA);

	/** Shared, array and table formulas. */
	private static final Set<Integer> FORMULA_PARTS = Set.of(0x4BC, 0x221, 0x236);

	/**
	 * Drawings with their comments, which are numbered across all sheets: none can go
	 * without the others.
	 */
	private static final Set<Integer> DRAWINGS = Set.of(0x1C, 0x5D, 0xEB, 0xEC, 0xED, 0x1B6);

	/**
	 * What counts on rows that are gone: indexes, page breaks, filters, validations,
	 * conditional formats, shared features.
	 */
	private static final Set<Integer> DROPPED = Set.of(0xD7, 0x20B, 0x1B, 0x9B, 0x9D, 0x9E, 0x1B2, 0x1BE, 0x1B0, 0x1B1,
			0x879, 0x87A, 0x87B, 0x800, 0x867, 0x868, 0x871);

	private final Path file;

	private final @Nullable KeptRows kept;

	private final Budget budget;

	private final List<String> sheets = new ArrayList<>();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private int depth;

	private int stream = -1;

	private boolean droppedBefore;

	/** The cell whose text follows the formula. */
	private byte @Nullable [] textCell;

	private XlsFilter(Path file, @Nullable KeptRows kept) {
		this.file = file;
		this.kept = kept;
		this.budget = new Budget(file);
	}

	/**
	 * Returns the copied records.
	 * @throws UnmarkableException if there are too many, or they are encrypted and some
	 * would have to go
	 */
	static InputStream copy(InputStream records, Path file, @Nullable KeptRows kept) throws IOException {
		XlsFilter filter = new XlsFilter(file, kept);
		filter.copy(new DataInputStream(records));
		return new ByteArrayInputStream(filter.out.toByteArray());
	}

	private void copy(DataInputStream in) throws IOException {
		byte[] head = new byte[4];
		while (in.readNBytes(head, 0, 4) == 4) {
			ByteBuffer buffer = little(head);
			int kind = Short.toUnsignedInt(buffer.getShort());
			byte[] data = in.readNBytes(Short.toUnsignedInt(buffer.getShort()));
			if (kind == 0 && data.length == 0) {
				return; // what follows only fills the last sector
			}
			copy(kind, data);
		}
	}

	private static ByteBuffer little(byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private void copy(int kind, byte[] data) throws IOException {
		if (kind == BOF) {
			this.depth++;
			this.stream += (this.depth == 1) ? 1 : 0;
		}
		if (this.stream == 0) {
			lookAtGlobals(kind, data);
		}
		count(kind, data);
		boolean continued = kind == CONTINUE && this.droppedBefore;
		boolean kept = (this.kept == null) ? write(kind, data) : !continued && keep(this.kept, kind, data);
		this.droppedBefore = !kept;
		this.depth -= (kind == EOF) ? 1 : 0;
	}

	private void lookAtGlobals(int kind, byte[] data) {
		if (kind == FILE_PASS && this.kept != null) {
			throw new UnmarkableException(this.file, "its records are encrypted", null);
		}
		if (kind == BOUND_SHEET && data.length > 8) {
			boolean wide = (data[7] & 1) != 0;
			int length = Math.min(Byte.toUnsignedInt(data[6]) * (wide ? 2 : 1), data.length - 8);
			this.sheets
				.add(new String(data, 8, length, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
		}
	}

	private void count(int kind, byte[] data) {
		boolean gone = this.kept != null && isFiltered() && isCell(kind) && !this.kept.has(row(data));
		if (!isCell(kind) || gone) {
			return;
		}
		this.budget.cells((kind == MUL_RK) ? (data.length - 6) / 6 : (kind == MUL_BLANK) ? (data.length - 6) / 2 : 1);
	}

	private static boolean isCell(int kind) {
		return kind == ROW || CELLS.contains(kind);
	}

	private boolean isFiltered() {
		return this.kept != null && this.stream >= 1 && this.stream <= this.sheets.size()
				&& this.sheets.get(this.stream - 1).equals(this.kept.sheet());
	}

	private static int row(byte[] data) {
		return (data.length >= 2) ? Short.toUnsignedInt(little(data).getShort(0)) : 0;
	}

	/** Writes what is left of a record of a sheet; false if nothing is. */
	private boolean keep(KeptRows rows, int kind, byte[] data) throws IOException {
		if (DRAWINGS.contains(kind) || this.depth > 1 || (isFiltered() && DROPPED.contains(kind))) {
			return false;
		}
		if (this.stream < 1) {
			return write(kind, data);
		}
		if (FORMULA_PARTS.contains(kind)) {
			return false;
		}
		if (isCell(kind)) {
			return keepCell(rows, kind, data);
		}
		if (kind == STRING) {
			return keepText(data);
		}
		return isFiltered() ? keepRange(rows, kind, data) : write(kind, data);
	}

	private boolean keepCell(KeptRows rows, int kind, byte[] data) throws IOException {
		this.textCell = null;
		if (isFiltered()) {
			if (!rows.has(row(data))) {
				return false;
			}
			if (kind == ROW && data.length > HIDDEN_AT && rows.isBelow(row(data))) {
				data[HIDDEN_AT] = (byte) (data[HIDDEN_AT] & ~HIDDEN);
			}
			little(data).putShort(0, (short) rows.moved(row(data)));
		}
		return (kind == FORMULA) ? keepValue(data) : write(kind, data);
	}

	/** Writes the value of a formula as a plain cell. */
	private boolean keepValue(byte[] data) throws IOException {
		if (data.length < 14) {
			throw new EOFException("A formula is cut off");
		}
		ByteBuffer cell = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN).put(data, 0, 6);
		boolean number = data[12] != -1 || data[13] != -1;
		if (number) {
			return write(0x203, cell.put(data, 6, 8).array());
		}
		if (data[6] == 0) {
			this.textCell = data.clone();
			return false;
		}
		boolean truthOrError = data[6] == 1 || data[6] == 2;
		cell.put(data[8]).put((byte) (data[6] - 1));
		byte[] bytes = new byte[truthOrError ? 8 : 6];
		System.arraycopy(cell.array(), 0, bytes, 0, bytes.length);
		return write(truthOrError ? 0x205 : 0x201, bytes);
	}

	private boolean keepText(byte[] data) throws IOException {
		byte[] cell = this.textCell;
		this.textCell = null;
		if (cell == null) {
			return false;
		}
		byte[] label = new byte[6 + data.length];
		System.arraycopy(cell, 0, label, 0, 6);
		System.arraycopy(data, 0, label, 6, data.length);
		return write(0x204, label);
	}

	private boolean keepRange(KeptRows rows, int kind, byte[] data) throws IOException {
		if (kind == MERGED) {
			return keepMerged(rows, data);
		}
		if (kind == LINK && !move(rows, little(data), 0)) {
			return false;
		}
		if (kind == PANE && data.length >= 6) {
			little(data).putShort(4, (short) rows.moved(Short.toUnsignedInt(little(data).getShort(4))));
		}
		return write(kind, data);
	}

	private boolean keepMerged(KeptRows rows, byte[] data) throws IOException {
		ByteBuffer old = little(data);
		ByteBuffer left = ByteBuffer.allocate(data.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0);
		for (int at = 2; at + 8 <= data.length; at += 8) {
			boolean first = rows.has(Short.toUnsignedInt(old.getShort(at)));
			if (first && move(rows, old, at) && !isSingle(old, at)) {
				left.put(data, at, 8);
			}
		}
		if (left.position() == 2) {
			return false;
		}
		left.putShort(0, (short) ((left.position() - 2) / 8));
		byte[] bytes = new byte[left.position()];
		System.arraycopy(left.array(), 0, bytes, 0, bytes.length);
		return write(MERGED, bytes);
	}

	private static boolean isSingle(ByteBuffer range, int at) {
		return range.getShort(at) == range.getShort(at + 2) && range.getShort(at + 4) == range.getShort(at + 6);
	}

	private static boolean move(KeptRows rows, ByteBuffer range, int at) {
		int[] moved = rows.moved(Short.toUnsignedInt(range.getShort(at)), Short.toUnsignedInt(range.getShort(at + 2)));
		if (moved == null) {
			return false;
		}
		range.putShort(at, (short) moved[0]);
		range.putShort(at + 2, (short) moved[1]);
		return true;
	}

	private boolean write(int kind, byte[] data) throws IOException {
		this.budget.bytes(4 + data.length);
		this.out.write(kind);
		this.out.write(kind >> 8);
		this.out.write(data.length);
		this.out.write(data.length >> 8);
		this.out.write(data);
		return true;
	}

}
