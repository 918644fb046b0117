package org.srdi.monitor.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The texts that cells of a workbook share. Those of a form are held as they are; a large
 * workbook has millions, most of which are looked at once or never, so that all but the
 * first are held as bytes.
 */
final class SharedStrings {

	static final SharedStrings NONE = new SharedStrings();

	/** How many characters are held as texts; a form has a tenth of them. */
	private static final int MOST_HELD = 1 << 16;

	private final List<String> first = new ArrayList<>();

	private int held;

	private byte[] texts = {};

	private int[] ends = {};

	/** How many texts are held as bytes. */
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
		if (this.held + text.length() < MOST_HELD && this.count == 0) {
			this.held += text.length() + 1;
			this.first.add(hasSurrogate(text) ? encodable(text) : text);
		}
		else {
			addBytes(text);
		}
	}

	private static boolean hasSurrogate(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	/** Half of a character may stand alone where it is written as _xD83D_. */
	private static String encodable(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

	private void addBytes(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int start = end(this.count - 1);
		if (start + bytes.length > this.texts.length) {
			this.texts = Arrays.copyOf(this.texts, Math.max(2 * this.texts.length, start + bytes.length + MOST_HELD));
		}
		if (this.count == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, Math.max(2 * this.count, 1 << 8));
		}
		System.arraycopy(bytes, 0, this.texts, start, bytes.length);
		this.ends[this.count] = start + bytes.length;
		this.count++;
	}

	private int end(int index) {
		return (index < 0) ? 0 : this.ends[index];
	}

	/** Returns the text of that number; null if there is no such text. */
	@Nullable String get(int number) {
		int index = number - this.first.size();
		if (number < 0 || index >= this.count) {
			return null;
		}
		if (index < 0) {
			return this.first.get(number);
		}
		int start = end(index - 1);
		return new String(this.texts, start, this.ends[index] - start, StandardCharsets.UTF_8);
	}

}
