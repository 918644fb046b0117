package org.srdi.monitor.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The texts that cells of a workbook share, held as bytes: a large workbook has millions
 * of them, most of which are looked at once or never.
 */
final class SharedStrings {

	static final SharedStrings NONE = new SharedStrings();

	private byte[] texts = new byte[1 << 12];

	private int[] ends = new int[1 << 8];

	private int count;

	static SharedStrings read(Xml xml) {
		SharedStrings strings = new SharedStrings();
		while (xml.next()) {
			if (xml.isStart("si")) {
				strings.add(xml.richText("si"));
			}
		}
		return strings;
	}

	private void add(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int start = end(this.count - 1);
		if (start + bytes.length > this.texts.length) {
			this.texts = Arrays.copyOf(this.texts, Math.max(2 * this.texts.length, start + bytes.length));
		}
		if (this.count == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, 2 * this.count);
		}
		System.arraycopy(bytes, 0, this.texts, start, bytes.length);
		this.ends[this.count] = start + bytes.length;
		this.count++;
	}

	private int end(int index) {
		return (index < 0) ? 0 : this.ends[index];
	}

	/** Returns the text of that number; null if there is no such text. */
	@Nullable String get(int index) {
		if (index < 0 || index >= this.count) {
			return null;
		}
		int start = end(index - 1);
		return new String(this.texts, start, this.ends[index] - start, StandardCharsets.UTF_8);
	}

}
