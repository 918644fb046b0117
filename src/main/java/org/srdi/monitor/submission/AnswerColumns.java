package org.srdi.monitor.submission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

/**
 * Where the answers of an enterprise stand in a list of problems that came back, in
 * whatever order its columns are now.
 *
 * @param key the column of the key of the problem, counted from 0
 * @param explanation the column of explanations; -1 if it is gone
 * @param confirmation the column of confirmations; -1 if it is gone
 */
public record AnswerColumns(int key, int explanation, int confirmation) {

	private static final Set<String> YES = Set.of("是", "是的", "对", "确认", "同意", "yes", "y", "true", "1", "√", "✓", "✔");

	private static final Pattern KEY = Pattern.compile("(?:([^/@]*)/)?([A-Za-z]\\w{0,15}@[a-z0-9_.]{0,80})");

	/** What we put before text that would be a formula in a csv file. */
	private static final Pattern APOSTROPHE = Pattern.compile("^'(?=[=+\\-@＝＋－＠])");

	private static final Map<String, Set<String>> HEADINGS = Stream.of("key", "explanation", "confirmation")
		.collect(Collectors.toUnmodifiableMap((column) -> column,
				(column) -> Stream.of(Locale.CHINA, Locale.ENGLISH)
					.map((locale) -> Vocabulary.normalise(Texts.of("submission", locale).get("problem." + column)))
					.collect(Collectors.toUnmodifiableSet())));

	/** Returns whether a normalised text heads the keys of such a list. */
	static boolean isKey(String heading) {
		return HEADINGS.getOrDefault("key", Set.of()).contains(heading);
	}

	/** Returns the columns that a row heads; null if it does not head such a list. */
	public static @Nullable AnswerColumns of(Row row) {
		AnswerColumns columns = new AnswerColumns(column(row, "key"), column(row, "explanation"),
				column(row, "confirmation"));
		boolean heading = columns.key >= 0 && (columns.explanation >= 0 || columns.confirmation >= 0);
		return heading ? columns : null;
	}

	private static int column(Row row, String name) {
		Set<String> headings = HEADINGS.getOrDefault(name, Set.of());
		List<Cell> cells = row.cells();
		return cells.stream()
			.filter((cell) -> headings.contains(Vocabulary.normalise(cell.text())))
			.map((cell) -> cell.address().column())
			.findFirst()
			.orElse(-1);
	}

	/** Reads a line of the list; null if nothing is answered in it. */
	public @Nullable Given read(Row row) {
		Cell cell = row.cell(this.key);
		Matcher parts = KEY.matcher((cell != null) ? cell.text() : "");
		if (!parts.matches()) {
			return null;
		}
		Entry words = words(row);
		boolean confirmed = isYes(row);
		return (words == null && !confirmed) ? null
				: new Given(parts.group(1), new Answer(parts.group(2), words, confirmed));
	}

	private @Nullable Entry words(Row row) {
		Cell cell = (this.explanation >= 0) ? row.cell(this.explanation) : null;
		return (cell != null) ? new Entry(cell.address(), APOSTROPHE.matcher(cell.text()).replaceFirst("")) : null;
	}

	private boolean isYes(Row row) {
		Cell cell = (this.confirmation >= 0) ? row.cell(this.confirmation) : null;
		return cell != null && (YES.contains(cell.text().strip().toLowerCase(Locale.ROOT))
				|| YES.contains(Vocabulary.normalise(cell.text())));
	}

	/**
	 * An answer that came back.
	 *
	 * @param creditCode the enterprise as the list names it, for a list of several; null
	 * for a list of one
	 * @param answer the answer
	 */
	public record Given(@Nullable String creditCode, Answer answer) {

	}

}
