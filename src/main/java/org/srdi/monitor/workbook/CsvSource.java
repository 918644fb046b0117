package org.srdi.monitor.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/**
 * A text file of separated values, as one sheet named as the file. Its encoding is the
 * first of UTF-8, UTF-16 (by its mark) and GB18030, which includes GBK, that decodes all
 * of it; its separator the one that its first lines have most of.
 */
final class CsvSource implements Source {

	private static final int LOOK_AHEAD = 1 << 16;

	private static final int SAMPLE_LINES = 50;

	private static final char[] SEPARATORS = { ',', '\t', ';' };

	private final Path file;

	private final String name;

	private final Charset charset;

	private final char separator;

	private final List<CSVParser> parsers = new ArrayList<>();

	private CsvSource(Path file, String name, Charset charset, char separator) {
		this.file = file;
		this.name = name;
		this.charset = charset;
		this.separator = separator;
	}

	/**
	 * Opens a text file.
	 * @param name how the sheet is called
	 * @throws UnreadableFileException if it is in no encoding that is known
	 */
	static CsvSource open(Path file, String name) throws IOException {
		Charset charset = charset(file);
		String head = head(file, charset);
		if (Content.stripped(head).isEmpty() && head.length() < LOOK_AHEAD) {
			throw new UnreadableFileException(Reason.EMPTY, file, null);
		}
		return new CsvSource(file, name, charset, separator(head));
	}

	private static Charset charset(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] mark = in.readNBytes(2);
			if (mark.length == 2 && (mark[0] & mark[1]) == (byte) 0xFE && mark[0] != mark[1]) {
				return StandardCharsets.UTF_16;
			}
		}
		for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
			if (decodes(file, charset)) {
				return charset;
			}
		}
		throw new UnreadableFileException(Reason.NOT_A_WORKBOOK, "unknown-encoding", file, null);
	}

	private static boolean decodes(Path file, Charset charset) throws IOException {
		CharsetDecoder decoder = strict(charset);
		ByteBuffer bytes = ByteBuffer.allocate(LOOK_AHEAD);
		CharBuffer letters = CharBuffer.allocate(LOOK_AHEAD);
		try (InputStream in = Files.newInputStream(file)) {
			boolean last = false;
			while (!last) {
				int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
				last = read < 0;
				bytes.position(bytes.position() + Math.max(read, 0)).flip();
				CoderResult result = decoder.decode(bytes, letters, last);
				if (result.isError() || letters.flip().toString().indexOf('\0') >= 0) {
					return false;
				}
				letters.clear();
				bytes.compact();
			}
		}
		return true;
	}

	private static CharsetDecoder strict(Charset charset) {
		return charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	private static String head(Path file, Charset charset) throws IOException {
		try (BufferedReader reader = reader(file, charset)) {
			char[] head = new char[LOOK_AHEAD];
			int read = reader.read(head);
			return new String(head, 0, Math.max(read, 0));
		}
	}

	private static BufferedReader reader(Path file, Charset charset) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), strict(charset)));
		reader.mark(1);
		if (reader.read() != '\uFEFF') {
			reader.reset();
		}
		return reader;
	}

	/** Returns the separator that most of the first lines agree on. */
	private static char separator(String head) {
		char best = ',';
		long most = 0;
		for (char candidate : SEPARATORS) {
			long lines = head.lines().limit(SAMPLE_LINES).filter((line) -> line.indexOf(candidate) >= 0).count();
			if (lines > most) {
				best = candidate;
				most = lines;
			}
		}
		return best;
	}

	/** Returns whether a text looks like rows of separated values. */
	static boolean looksLikeRows(Path file) throws IOException {
		String head = head(file, charset(file));
		return head.lines().limit(SAMPLE_LINES).filter((line) -> line.indexOf(separator(head)) >= 0).count() > 1;
	}

	@Override
	public List<SheetInfo> sheets() {
		return List.of(new SheetInfo(this.name, true));
	}

	@Override
	public Map<Trait, String> traits() {
		Map<Trait, String> traits = new EnumMap<>(Trait.class);
		if (!this.charset.equals(StandardCharsets.UTF_8)) {
			traits.put(Trait.ENCODING, this.charset.name());
		}
		if (this.separator != ',') {
			traits.put(Trait.DELIMITER, (this.separator == '\t') ? "TAB" : String.valueOf(this.separator));
		}
		return traits;
	}

	@Override
	public Stream<Row> rows(String sheet) {
		CSVParser parser = parse();
		this.parsers.add(parser);
		return StreamSupport.stream(((Iterable<Row>) () -> new Rows(parser)).spliterator(), false);
	}

	/** Begins to read all records, blank ones too; to be closed. */
	CSVParser parse() {
		try {
			CSVFormat format = CSVFormat.RFC4180.builder()
				.setDelimiter(this.separator)
				.setIgnoreEmptyLines(false)
				.setLenientEof(false)
				.get();
			return CSVParser.builder().setReader(reader(this.file, this.charset)).setFormat(format).get();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read '" + this.file + "': " + ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		for (CSVParser parser : this.parsers) {
			try {
				parser.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** The rows with content; a record may span several lines and stands at its first. */
	private final class Rows implements Iterator<Row> {

		private final CSVParser parser;

		private final Iterator<CSVRecord> records;

		private long line;

		private Row next = new Row(0, List.of());

		Rows(CSVParser parser) {
			this.parser = parser;
			this.records = parser.iterator();
		}

		@Override
		public boolean hasNext() {
			try {
				while (this.next.cells().isEmpty() && this.records.hasNext()) {
					this.next = row((int) this.line, this.records.next());
					this.line = this.parser.getCurrentLineNumber();
				}
				return !this.next.cells().isEmpty();
			}
			catch (UncheckedIOException ex) {
				boolean garbled = ex.getCause() instanceof CharacterCodingException;
				throw new UnreadableFileException(Reason.DAMAGED, garbled ? "unknown-encoding" : "damaged-csv",
						CsvSource.this.file, ex);
			}
		}

		@Override
		public Row next() {
			if (!hasNext()) {
				throw new NoSuchElementException("There are no more rows");
			}
			Row row = Objects.requireNonNull(this.next);
			this.next = new Row(0, List.of());
			return row;
		}

		private Row row(int line, CSVRecord values) {
			List<Cell> cells = new ArrayList<>();
			for (int column = 0; column < values.size(); column++) {
				Cell cell = Content.text(new CellAddress(CsvSource.this.name, line, column), plain(values.get(column)));
				if (cell != null) {
					cells.add(cell);
				}
			}
			return new Row(line, cells);
		}

		/** Takes away what keeps spreadsheet programs from reading text as a formula. */
		private static String plain(String text) {
			boolean shielded = text.startsWith("'") && CsvCopy.startsFormula(text.substring(1));
			return shielded ? text.substring(1) : text;
		}

	}

}
