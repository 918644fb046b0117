package org.srdi.monitor.workbook;

import java.util.Arrays;

/** Where the attributes of a tag stand among the bytes of a part. */
final class XmlAttributes {

	private static final int MOST = 128;

	/** Start and end of the local name, start and end of the value. */
	private static final int MARKS = 4;

	private int[] marks = new int[8 * MARKS];

	private int used;

	void clear() {
		this.used = 0;
	}

	/** Adds one; false if there are more than any tag needs. */
	boolean add(int nameStart, int nameEnd, int valueStart, int valueEnd) {
		if (this.used == MOST * MARKS) {
			return false;
		}
		if (this.used == this.marks.length) {
			this.marks = Arrays.copyOf(this.marks, 2 * this.used);
		}
		this.marks[this.used] = nameStart;
		this.marks[this.used + 1] = nameEnd;
		this.marks[this.used + 2] = valueStart;
		this.marks[this.used + 3] = valueEnd;
		this.used += MARKS;
		return true;
	}

	/** Returns the mark of the attribute of that name; -1 if there is none. */
	int find(byte[] bytes, String name) {
		for (int mark = 0; mark < this.used; mark += MARKS) {
			if (XmlCharacters.matches(bytes, this.marks[mark], this.marks[mark + 1], name)) {
				return mark;
			}
		}
		return -1;
	}

	/** Returns where the value starts. */
	int start(int mark) {
		return this.marks[mark + 2];
	}

	/** Returns where the value ends. */
	int end(int mark) {
		return this.marks[mark + 3];
	}

}
