package org.srdi.monitor.reminder;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.reminder.CallList.Call;
import org.srdi.monitor.reminder.CallList.Outcome;
import org.srdi.monitor.workbook.CsvFile;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.WorkbookWriter;

/** Writes a list of calls into a file: a workbook to be printed, or a csv. */
public final class CallSheet {

	private static final int HEADING = 3;

	private static final Set<String> SHORT = Set.of("rank", "firm", "city", "county", "phone", "standing", "share",
			"probability", "gain", "reached");

	private final List<Region> regions;

	private final ZoneId zone;

	CallSheet(List<Region> regions, ZoneId zone) {
		this.regions = regions;
		this.zone = zone;
	}

	/** A column. */
	private record Column(String key, int width, Style style, Function<Call, Object> value) {

	}

	/**
	 * Returns how far the month has come and where to stop, in a language.
	 */
	public List<String> summary(CallList list, Locale locale) {
		Wording words = words(locale);
		return List.of(words.state(list), words.stop(list));
	}

	/** Returns the headings of what a terminal has room for, in a language. */
	public List<String> shortHeadings(Locale locale) {
		return headings(shortColumns(words(locale)), locale);
	}

	/** Returns the values of a call, one per heading of the short table. */
	public List<String> shortValues(Call call, Locale locale) {
		return values(shortColumns(words(locale)), call);
	}

	private static List<Column> shortColumns(Wording words) {
		return columns(words).stream().filter((column) -> SHORT.contains(column.key)).toList();
	}

	private List<String> headings(List<Column> columns, Locale locale) {
		Wording words = words(locale);
		return columns.stream().map((column) -> words.text("column." + column.key)).toList();
	}

	private static List<String> values(List<Column> columns, Call call) {
		return columns.stream().map((column) -> shown(column.value.apply(call))).toList();
	}

	/**
	 * Writes the list: a workbook if the name ends in {@code .xlsx}, else a csv.
	 * @throws UncheckedIOException if the file cannot be written
	 */
	public void write(CallList list, Path file, Locale locale) {
		if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
			writeWorkbook(list, file, words(locale));
		}
		else {
			List<Column> columns = columns(words(locale));
			CsvFile.write(file,
					Stream
						.concat(Stream.of(headings(columns, locale)),
								list.calls().stream().map((call) -> values(columns, call)))
						.toList());
		}
	}

	private void writeWorkbook(CallList list, Path file, Wording words) {
		try (WorkbookWriter workbook = WorkbookWriter.streaming()) {
			String title = words.text("calls.title", list.period(), words.name(list.scope()));
			workbook.title(title);
			new Body(workbook.sheet(words.text("calls.sheet")), columns(words), words).write(title, words.state(list),
					words.stop(list), list.calls(), (list.outcome() == Outcome.REACHED_BY_CALLS) ? list.needed() : 0);
			workbook.save(file);
		}
	}

	/**
	 * Writes some of the calls of a month into a workbook, with their ranks in the
	 * province.
	 */
	void writeDigest(ReportingPeriod period, List<Call> calls, Path file, Locale locale) {
		Wording words = words(locale);
		try (WorkbookWriter workbook = WorkbookWriter.streaming()) {
			String title = words.text("digest.title", period);
			workbook.title(title);
			new Body(workbook.sheet(words.text("digest.sheet")), columns(words), words).write(title,
					words.text("digest.counts", calls.size()), words.text("digest.note"), calls, 0);
			workbook.save(file);
		}
	}

	private Wording words(Locale locale) {
		return new Wording(locale, this.regions, this.zone);
	}

	private static List<Column> columns(Wording words) {
		return List.of(new Column("rank", 6, Style.INTEGER, (call) -> BigDecimal.valueOf(call.rank())),
				new Column("firm", 32, Style.LABEL, (call) -> call.report().name()),
				new Column("code", 22, Style.TEXT, (call) -> orNothing(call.report().creditCode())),
				new Column("city", 14, Style.TEXT_WRAP, (call) -> words.region(call.report().city())),
				new Column("county", 14, Style.TEXT_WRAP, (call) -> words.region(call.report().county())),
				new Column("person", 10, Style.TEXT_CENTRE, (call) -> orNothing(call.report().person().name())),
				new Column("phone", 16, Style.TEXT_CENTRE, (call) -> orNothing(call.report().person().phone())),
				new Column("standing", 9, Style.TEXT_CENTRE, (call) -> words.standing(call.report().standing())),
				new Column("reason", 34, Style.TEXT_WRAP, (call) -> words.reason(call.report())),
				new Column("due", 17, Style.TEXT_CENTRE, (call) -> words.due(call.report().due())),
				new Column("share", 10, Style.AMOUNT, Call::share),
				new Column("probability", 10, Style.RATE, Call::probability),
				new Column("gain", 10, Style.AMOUNT, Call::gain),
				new Column("reached", 11, Style.AMOUNT, Call::reached));
	}

	private static String orNothing(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

	private static String shown(Object value) {
		return (value instanceof BigDecimal number) ? number.toPlainString() : value.toString();
	}

	/** The sheet, filled from top to bottom. */
	private static final class Body {

		private final SheetWriter sheet;

		private final List<Column> columns;

		private final Wording words;

		private int row = HEADING;

		Body(SheetWriter sheet, List<Column> columns, Wording words) {
			this.sheet = sheet;
			this.columns = columns;
			this.words = words;
		}

		void write(String title, String subtitle, String note, List<Call> calls, int stop) {
			this.sheet.widths(this.columns.stream().mapToInt(Column::width).toArray());
			wide(0, title, Style.TITLE, 32);
			wide(1, subtitle, Style.SUBTITLE, 22);
			wide(2, note, Style.HEADLINE, 40);
			for (int i = 0; i < this.columns.size(); i++) {
				this.sheet.text(this.row, i, this.words.text("column." + this.columns.get(i).key), Style.HEADING);
			}
			this.sheet.height(this.row, 36);
			calls.forEach((call) -> write(call, stop));
			this.sheet.freeze(HEADING + 1, 2).print(true, HEADING + 1, this.row, this.columns.size() - 1);
		}

		private void write(Call call, int stop) {
			this.row++;
			for (int i = 0; i < this.columns.size(); i++) {
				Column column = this.columns.get(i);
				if (column.value.apply(call) instanceof BigDecimal number) {
					this.sheet.number(this.row, i, number, column.style);
				}
				else {
					this.sheet.text(this.row, i, column.value.apply(call).toString(), style(column, call));
				}
			}
			if (call.rank() == stop) {
				this.row++;
				wide(this.row, this.words.text("stop.line", stop), Style.GREEN, 24);
			}
		}

		private static Style style(Column column, Call call) {
			if (!column.key.equals("standing")) {
				return column.style;
			}
			return switch (call.report().standing()) {
				case RETURNED -> Style.RED;
				case HELD -> Style.AMBER;
				default -> Style.NOT_APPLICABLE;
			};
		}

		private void wide(int at, String text, Style style, int height) {
			for (int i = 0; i < this.columns.size(); i++) {
				this.sheet.text(at, i, (i == 0) ? text : null, style);
			}
			this.sheet.merge(at, 0, at, this.columns.size() - 1).height(at, height);
		}

	}

}
