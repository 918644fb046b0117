package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Report;

/**
 * A file of the corpus and what reading it has to give. How expectations are written is
 * told in src/test/corpus/README.md.
 *
 * @param name the name of the file
 * @param producer the program that wrote it
 * @param verdict READ, NO_REPORT or UNREADABLE
 * @param reasons why an unreadable file may be refused; any of them will do
 * @param differs what differs from the base report, by key
 * @param tolerances the tolerances that the file needs, no more and no less
 */
record CorpusCase(String name, String producer, String verdict, Set<String> reasons, Map<String, String> differs,
		Set<String> tolerances) {

	static final Path FOLDER = Path.of("src/test/resources/corpus");

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setTrim(false)
		.get();

	private static final Pattern SECOND = Pattern.compile("\\d+:.*", Pattern.DOTALL);

	static List<CorpusCase> all() {
		return rows("manifest.csv").stream().map(CorpusCase::of).toList();
	}

	private static CorpusCase of(CSVRecord row) {
		Map<String, String> differs = new LinkedHashMap<>();
		for (String one : words(row.get("differs"), ";")) {
			differs.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
		}
		return new CorpusCase(row.get("name"), row.get("producer"), row.get("verdict"), words(row.get("reason"), "\\|"),
				differs, words(row.get("tolerances"), ";"));
	}

	private static Set<String> words(String text, String separator) {
		return Arrays.stream(text.split(separator))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<CSVRecord> rows(String file) {
		try (CSVParser parser = CSVParser.parse(FOLDER.resolve(file), StandardCharsets.UTF_8, FORMAT)) {
			return parser.getRecords();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns what the base report says, by key. */
	static Map<String, String> base() {
		return rows("base-report.csv").stream()
			.collect(Collectors.toMap((row) -> row.get("key"), (row) -> row.get("value")));
	}

	Path file() {
		return FOLDER.resolve(this.name);
	}

	int reports() {
		return Integer.parseInt(this.differs.getOrDefault("reports", "1"));
	}

	/**
	 * Compares a report with what is expected of it.
	 * @param number which report of the file it is, from 1
	 * @return what is not as expected, empty if all is well
	 */
	List<String> compare(int number, Report report) {
		Map<String, String> expected = expected(number);
		Map<String, String> read = read(report);
		Set<String> keys = new TreeSet<>(expected.keySet());
		keys.addAll(read.keySet());
		List<String> wrong = new ArrayList<>();
		for (String key : keys) {
			if (!fits(expected.getOrDefault(key, ""), read.get(key))) {
				wrong.add("%s: expected '%s' but read '%s'".formatted(key, expected.getOrDefault(key, ""),
						read.get(key)));
			}
		}
		return wrong;
	}

	private Map<String, String> expected(int number) {
		Map<String, String> expected = new TreeMap<>(base());
		this.differs.forEach((key, value) -> {
			if (key.startsWith(number + ":")) {
				expected.put(key.substring(key.indexOf(':') + 1), value);
			}
			else if (number == 1 && !key.equals("reports") && !SECOND.matcher(key).matches()) {
				expected.put(key, value);
			}
		});
		return expected;
	}

	/** Returns texts as they are, amounts as numbers, figures without amount as !text. */
	private static Map<String, String> read(Report report) {
		Map<String, String> read = new TreeMap<>();
		report.entries()
			.forEach((field, entry) -> read.put(field.value(), entry.digitsLost() ? "!digits-lost" : entry.text()));
		report.figures().forEach((key, figure) -> {
			BigDecimal amount = figure.amount();
			read.put(key.toString(), (amount != null) ? amount.toPlainString() : "!" + figure.text());
		});
		return read;
	}

	private static boolean fits(String expected, @Nullable String read) {
		if (expected.isEmpty() || read == null) {
			return expected.isEmpty() && read == null;
		}
		if (expected.startsWith("!")) {
			return matches(expected, read);
		}
		return expected.equals(read) || isSameNumber(expected, read);
	}

	/** Takes … for any characters. */
	private static boolean matches(String expected, String read) {
		String pattern = Arrays.stream(expected.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
		return Pattern.compile(pattern, Pattern.DOTALL).matcher(read).matches();
	}

	private static boolean isSameNumber(String expected, String read) {
		try {
			return new BigDecimal(expected).compareTo(new BigDecimal(read)) == 0;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
