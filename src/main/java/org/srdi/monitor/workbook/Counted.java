package org.srdi.monitor.workbook;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts bytes against a budget while they are written. */
final class Counted extends FilterOutputStream {

	private final Budget budget;

	Counted(OutputStream out, Budget budget) {
		super(out);
		this.budget = budget;
	}

	@Override
	public void write(int one) throws IOException {
		this.budget.bytes(1);
		this.out.write(one);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.budget.bytes(length);
		this.out.write(bytes, offset, length);
	}

	/** Leaves the stream below open. */
	@Override
	public void close() throws IOException {
		flush();
	}

}
