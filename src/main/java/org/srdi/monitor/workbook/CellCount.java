package org.srdi.monitor.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the cells and rows of a sheet against a budget while its bytes pass, by the
 * names of the elements that start, whatever prefix and encoding they have.
 */
final class CellCount extends FilterInputStream {

	private static final int CELL = 'c';

	private static final int ROW = 'r' << 16 | 'o' << 8 | 'w';

	private final Budget budget;

	private boolean inName;

	/** The last four letters of the name so far. */
	private int name;

	CellCount(InputStream in, Budget budget) {
		super(in);
		this.budget = budget;
	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		if (read >= 0) {
			look(read);
		}
		return read;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		for (int i = 0; i < read; i++) {
			look(bytes[offset + i]);
		}
		return read;
	}

	private void look(int letter) {
		if (letter == '<' || (letter == ':' && this.inName)) {
			this.inName = true;
			this.name = 0;
		}
		else if (this.inName && letter != 0) { // UTF-16 has a zero beside every letter
			lookInName(letter);
		}
	}

	private void lookInName(int letter) {
		if (Character.isLetterOrDigit(letter)) {
			this.name = this.name << 8 | letter;
			return;
		}
		this.inName = false;
		if (this.name == CELL || this.name == ROW) {
			this.budget.cell();
		}
	}

}
