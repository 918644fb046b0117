package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/**
 * Pulls elements from a part of a workbook, straight from its bytes: most of a sheet is
 * blank cells that nobody needs as text. Knows local names only, so that the strict and
 * the transitional flavour read alike. Takes neither document types nor entities other
 * than the five of XML, so that a part can neither reach out nor blow up.
 */
final class Xml implements AutoCloseable {

	/** A cell takes 32,767 characters; a tag or text longer than this is an attack. */
	private static final int LONGEST = 1 << 20;

	private static final int DEEPEST = 256;

	/** What follows the rows of a form is longer than they are, and is not unpacked. */
	private static final int FIRST_STEP = 1 << 12;

	private static final int LARGEST_STEP = 1 << 15;

	private static final String BEHIND_VALUE = "</v></c>";

	private final Path file;

	private final XmlCharacters text;

	private InputStream in;

	private byte[] bytes;

	/** Where reading goes on. */
	private int at;

	/** Behind the last byte that was read. */
	private int end;

	/** How many bytes are fetched at once; the more, the longer the part is. */
	private int step = FIRST_STEP;

	private boolean start;

	/** Whether the end of an element without content is due. */
	private boolean closing;

	private int nameStart;

	private int nameEnd;

	private final XmlAttributes attributes = new XmlAttributes();

	/** The hashes of the names of the open elements. */
	private final int[] open = new int[DEEPEST];

	private int depth;

	Xml(InputStream in, Path file) {
		this.file = file;
		this.text = new XmlCharacters(file);
		this.bytes = new byte[FIRST_STEP];
		this.in = in;
		fill(0);
		if (XmlEncoding.isForeign(this.bytes, this.end)) {
			this.in = transcoded();
			this.end = 0;
			fill(0);
		}
		this.at = startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
	}

	private InputStream transcoded() {
		try {
			return XmlEncoding.utf8(Arrays.copyOf(this.bytes, this.end), this.in);
		}
		catch (IOException ex) {
			throw damaged(ex);
		}
	}

	/** Moves to the next start or end of an element; false at the end of the part. */
	boolean next() {
		if (this.closing) {
			skipEmpty();
			return true;
		}
		while (skipText()) {
			if (!has(2)) {
				throw damaged(null);
			}
			byte kind = this.bytes[this.at + 1];
			if (kind == '?') {
				skipBehind("?>");
			}
			else if (kind == '!') {
				skipDeclaration();
			}
			else {
				readTag();
				return true;
			}
		}
		if (this.depth > 0) {
			throw damaged(null);
		}
		return false;
	}

	private boolean skipText() {
		do {
			while (this.at < this.end) {
				if (this.bytes[this.at] == '<') {
					return true;
				}
				this.at++;
			}
		}
		while (fill(this.at));
		return false;
	}

	private void skipDeclaration() {
		if (startsWith("<!--")) {
			this.at += 4;
			skipBehind("-->");
		}
		else if (startsWith("<![CDATA[")) {
			skipBehind("]]>");
		}
		else {
			throw new UnreadableFileException(Reason.FORBIDDEN, "doctype", this.file, null);
		}
	}

	private void skipBehind(String mark) {
		while (!startsWith(mark)) {
			if (!has(mark.length())) {
				throw damaged(null);
			}
			this.at++;
		}
		this.at += mark.length();
	}

	private boolean startsWith(String text) {
		return has(text.length()) && XmlCharacters.matches(this.bytes, this.at, this.at + text.length(), text);
	}

	/**
	 * Reads the tag that starts here; reads it again when more bytes had to be fetched.
	 */
	private void readTag() {
		while (!parseTag()) {
			if (this.end - this.at > LONGEST || !fill(this.at)) {
				throw damaged(null);
			}
		}
	}

	/** Looks at every byte of a tag once; false if some of them are not at hand. */
	private boolean parseTag() {
		byte[] bytes = this.bytes;
		int end = this.end;
		boolean isEnd = this.at + 1 < end && bytes[this.at + 1] == '/';
		int first = this.at + (isEnd ? 2 : 1);
		int i = first;
		int local = first;
		int hash = 0;
		while (i < end && bytes[i] > ' ' && bytes[i] != '>' && bytes[i] != '/') {
			hash = 31 * hash + bytes[i];
			local = (bytes[i] == ':') ? i + 1 : local;
			i++;
		}
		this.nameStart = local;
		this.nameEnd = i;
		this.attributes.clear();
		while (i >= 0 && i < end && bytes[i] != '>' && bytes[i] != '/') {
			i = XmlCharacters.isSpace(bytes[i]) ? i + 1 : parseAttribute(bytes, i, end);
		}
		if (i < 0 || i >= end || (bytes[i] == '/' && i + 1 == end)) {
			return false;
		}
		boolean empty = bytes[i] == '/';
		int close = empty ? i + 1 : i;
		if (this.nameEnd == first || bytes[close] != '>') {
			throw damaged(null);
		}
		finishTag(isEnd, empty, hash, close);
		return true;
	}

	private void finishTag(boolean isEnd, boolean empty, int hash, int close) {
		if (isEnd) {
			close(hash);
		}
		else {
			open(hash);
		}
		this.start = !isEnd;
		this.closing = empty && !isEnd;
		this.at = close + 1;
	}

	private void open(int hash) {
		if (this.depth == DEEPEST) {
			throw damaged(null);
		}
		this.open[this.depth] = hash;
		this.depth++;
	}

	private void close(int hash) {
		if (this.depth == 0 || this.open[this.depth - 1] != hash) {
			throw damaged(null);
		}
		this.depth--;
	}

	/** Returns where the attribute ends; -1 if its bytes are not all at hand. */
	private int parseAttribute(byte[] bytes, int from, int end) {
		int i = from;
		int local = from;
		while (i < end && bytes[i] != '=' && bytes[i] > ' ' && bytes[i] != '>') {
			i++;
			local = (bytes[i - 1] == ':') ? i : local;
		}
		int nameEnd = i;
		while (i < end && (bytes[i] == '=' || XmlCharacters.isSpace(bytes[i]))) {
			i++;
		}
		if (i >= end) {
			return -1;
		}
		int value = i + 1;
		int close = findQuote(bytes, i, end);
		if (close >= end) {
			return -1;
		}
		if (local == from || !XmlCharacters.matches(this.bytes, from, local, "xmlns:")) {
			if (!this.attributes.add(local, nameEnd, value, close)) {
				throw damaged(null);
			}
		}
		return close + 1;
	}

	/** Returns where the value ends that starts with a quote. */
	private int findQuote(byte[] bytes, int from, int end) {
		byte quote = bytes[from];
		if (quote != '"' && quote != '\'') {
			throw damaged(null);
		}
		int i = from + 1;
		while (i < end && bytes[i] != quote) {
			i++;
		}
		return i;
	}

	/** Makes sure that so many bytes are at hand; false at the end of the part. */
	private boolean has(int count) {
		while (this.end - this.at < count) {
			if (!fill(this.at)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Reads more and forgets what stands before {@code keep}, which becomes {@code at}.
	 */
	private boolean fill(int keep) {
		if (keep > 0) {
			System.arraycopy(this.bytes, keep, this.bytes, 0, this.end - keep);
			this.end -= keep;
			this.at = 0;
		}
		// as much as is kept, because a long tag is looked at anew each time
		int wanted = Math.max(this.step, this.end);
		if (this.end + wanted > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, this.end + 2 * wanted);
		}
		this.step = Math.min(this.step + this.step / 8, LARGEST_STEP);
		return fetch(wanted);
	}

	private boolean fetch(int wanted) {
		try {
			int read = this.in.read(this.bytes, this.end, wanted);
			this.end += Math.max(read, 0);
			return read > 0;
		}
		catch (IOException ex) {
			throw damaged(ex);
		}
	}

	/** Returns whether the element whose start was reached has no content. */
	boolean isEmpty() {
		return this.closing;
	}

	/** Moves from the start of an element without content to its end. */
	void skipEmpty() {
		this.closing = false;
		this.start = false;
		this.depth--;
	}

	boolean isStart(String name) {
		return this.start && XmlCharacters.matches(this.bytes, this.nameStart, this.nameEnd, name);
	}

	boolean isEnd(String name) {
		return !this.start && XmlCharacters.matches(this.bytes, this.nameStart, this.nameEnd, name);
	}

	@Nullable String attribute(String name) {
		int index = this.attributes.find(this.bytes, name);
		return (index < 0) ? null : decoded(this.attributes.start(index), this.attributes.end(index));
	}

	String attribute(String name, String otherwise) {
		String value = attribute(name);
		return (value != null) ? value : otherwise;
	}

	int number(String name, int otherwise) {
		int index = this.attributes.find(this.bytes, name);
		if (index < 0) {
			return otherwise;
		}
		int from = this.attributes.start(index);
		int to = this.attributes.end(index);
		long number = 0;
		for (int i = from; i < to; i++) {
			number = number * 10 + this.bytes[i] - '0';
			if (this.bytes[i] < '0' || this.bytes[i] > '9' || number > Integer.MAX_VALUE) {
				throw damaged(null);
			}
		}
		if (from == to) {
			throw damaged(null);
		}
		return (int) number;
	}

	boolean truth(String name) {
		String value = attribute(name, "0");
		return value.equals("1") || value.equals("true");
	}

	/**
	 * Returns the column that an attribute as {@code AB12} names, counted from 0; -1 if
	 * there is no such attribute, a column behind the last one if it names none.
	 */
	int column(String name) {
		int index = this.attributes.find(this.bytes, name);
		if (index < 0) {
			return -1;
		}
		int column = 0;
		for (int i = this.attributes.start(index); i < this.attributes.end(index); i++) {
			int letter = (this.bytes[i] | 0x20) - 'a';
			if (letter < 0 || letter >= 26) {
				break;
			}
			column = Math.min(column * 26 + letter + 1, 1 << 20);
		}
		return (column == 0) ? 1 << 20 : column - 1;
	}

	/** Returns the text of the element whose start was reached, and moves to its end. */
	String text() {
		if (this.closing) {
			skipEmpty();
			return "";
		}
		int close = findKept();
		if (this.bytes[close + 1] == '/') {
			String text = decoded(this.at, close);
			this.at = close;
			readTag();
			return text;
		}
		return mixedText();
	}

	/**
	 * Returns the value of a cell that holds nothing else, as most do, and moves behind
	 * the cell whose start was reached; null, without moving, if it may hold more.
	 */
	@Nullable String onlyValue() {
		byte[] bytes = this.bytes;
		int from = this.at + 3;
		int last = this.end - BEHIND_VALUE.length();
		if (from > last || this.open[this.depth - 1] != 'c' || this.depth == DEEPEST || bytes[from - 3] != '<'
				|| bytes[from - 2] != 'v' || bytes[from - 1] != '>') {
			return null;
		}
		int i = from;
		while (i < last && bytes[i] != '<') {
			i++;
		}
		if (!XmlCharacters.matches(this.bytes, i, i + BEHIND_VALUE.length(), BEHIND_VALUE)) {
			return null;
		}
		String value = decoded(from, i);
		this.at = i + BEHIND_VALUE.length();
		this.start = false;
		this.depth--;
		return value;
	}

	/** Reads text that is interrupted by comments or wrapped as character data. */
	private String mixedText() {
		StringBuilder text = new StringBuilder();
		while (true) {
			int close = findKept();
			text.append(decoded(this.at, close));
			this.at = close;
			if (text.length() > LONGEST) {
				throw damaged(null);
			}
			if (startsWith("<![CDATA[")) {
				text.append(characterData());
			}
			else if (startsWith("<!") || startsWith("<?")) {
				skipAside();
			}
			else if (startsWith("</")) {
				readTag();
				return text.toString();
			}
			else {
				throw damaged(null);
			}
		}
	}

	private void skipAside() {
		if (startsWith("<?")) {
			skipBehind("?>");
		}
		else {
			skipDeclaration();
		}
	}

	private String characterData() {
		this.at += 9;
		int length = 0;
		while (!(has(length + 3) && XmlCharacters.matches(this.bytes, this.at + length, this.at + length + 3, "]]>"))) {
			if (!has(length + 3) || length > LONGEST) {
				throw damaged(null);
			}
			length++;
		}
		String text = this.text.string(this.bytes, this.at, this.at + length);
		this.at += length + 3;
		return text;
	}

	/** Returns where the next tag starts; all bytes to there and the next are at hand. */
	private int findKept() {
		int i = this.at;
		while (true) {
			while (i < this.end - 1) {
				if (this.bytes[i] == '<') {
					return i;
				}
				i++;
			}
			int offset = i - this.at;
			if (offset > LONGEST || !fill(this.at)) {
				throw damaged(null);
			}
			i = this.at + offset;
		}
	}

	/**
	 * Returns the text of the rich text whose start was reached, without the readings
	 * above its characters, and moves to its end.
	 */
	String richText(String end) {
		String text = "";
		StringBuilder more = null;
		boolean reading = false;
		while (next() && !isEnd(end)) {
			if (isStart("rPh") || isEnd("rPh")) {
				reading = this.start;
			}
			else if (isStart("t") && !reading) {
				String part = text();
				more = (more == null && !text.isEmpty()) ? new StringBuilder(text) : more;
				text = part;
				if (more != null) {
					more.append(part);
				}
			}
		}
		return Content.unescaped((more != null) ? more.toString() : text);
	}

	private String decoded(int from, int to) {
		return this.text.decoded(this.bytes, from, to);
	}

	/** Reads the rest of the part, unlooked at, so that its sum is checked. */
	void drain() {
		do {
			this.at = this.end;
		}
		while (fill(this.at));
	}

	UnreadableFileException damaged(@Nullable Throwable cause) {
		return new UnreadableFileException(Reason.DAMAGED, this.file, cause);
	}

	@Override
	public void close() {
		try {
			this.in.close();
		}
		catch (IOException ex) {
			throw damaged(ex);
		}
	}

}
