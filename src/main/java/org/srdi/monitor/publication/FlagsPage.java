package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.Tone;

/** The enterprises behind their yearly targets, with the evidence. */
final class FlagsPage implements Page {

	/** More would make a workbook nobody reads; the export has them all. */
	static final int MOST = 2000;

	private static final int HEAD_ROWS = 4;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final FlagTable flags;

	FlagsPage(FlagTable flags) {
		this.flags = flags;
	}

	@Override
	public void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet) {
		Wording words = edition.words();
		Headline headline = edition.headline();
		List<FlagTable.Behind> all = this.flags.behind(edition.period(), MOST);
		Canvas canvas = new Canvas(name, sheet, 6, 26, 24, 15, 8, 14, 14, 14, 14, 10, 10, 9, 13);
		canvas.title(words.choose(definition.title(), definition.titleEn())).subtitle(edition.subtitle());
		canvas.note(words.text("flags.note", words.count(headline.behind()), words.count(headline.red()),
				words.count(headline.fresh()), words.count(headline.recovered())));
		canvas.headings(List.of(words.text("table.number"), words.text("flags.firm"), words.text("table.CITY"),
				words.text("flags.measure"), words.text("totals.unit"), words.text("flags.target"),
				words.text("flags.path"), words.text("flags.actual"), words.text("flags.gap"), words.text("flags.pace"),
				words.text("flags.months"), words.text("flags.level"), words.text("flags.state")));
		for (int i = 0; i < all.size(); i++) {
			row(edition, i + 1, all.get(i), canvas.line());
		}
		end(words, all.size(), canvas, sheet);
		sheet.freeze(HEAD_ROWS, 2)
			.print(true, HEAD_ROWS, canvas.row() - 1, canvas.columns() - 1)
			.tab((headline.red() > 0) ? Tone.BAD : (headline.behind() > 0) ? Tone.WARNING : Tone.GOOD);
	}

	private static void end(Wording words, int rows, Canvas canvas, SheetWriter sheet) {
		if (rows == 0) {
			canvas.wide(words.text("none"), Style.TEXT_CENTRE, 22);
			return;
		}
		sheet.filter(HEAD_ROWS - 1, 0, canvas.row() - 1, canvas.columns() - 1);
		if (rows == MOST) {
			canvas.note(words.text("more", String.valueOf(MOST), "export flags"));
		}
	}

	private static void row(Edition edition, int number, FlagTable.Behind flag, Canvas.Line line) {
		Wording words = edition.words();
		Cells cells = new Cells(words);
		Optional<JobDefinition.Pace> pace = pace(edition, flag.measure());
		Optional<Field> field = pace.flatMap((known) -> edition.definitions().form().field(known.figure().field()));
		int decimals = field.map((known) -> Math.max(known.type().decimals(), 0)).orElse(2);
		line.text(String.valueOf(number), Style.TEXT_CENTRE).text(flag.name(), Style.LABEL);
		line.text(edition.region(flag.city()), Style.TEXT);
		line.text(pace.map((known) -> words.choose(known.label(), known.labelEn())).orElse(flag.measure()),
				Style.TEXT_WRAP);
		line.text(field.map(Field::unit).map(words::unit).orElse(Wording.NOTHING), Style.TEXT_CENTRE);
		cells.number(line, flag.target(), decimals);
		cells.number(line, flag.path(), Math.max(decimals, 1));
		cells.number(line, flag.actual(), decimals);
		cells.number(line, flag.gap(), Math.max(decimals, 1));
		cells.number(line, percent(flag.pace()), 1);
		cells.number(line, flag.monthsBehind(), 1);
		line.text(words.text("level." + (flag.isRecovered() ? "ON_TRACK" : flag.level())), level(flag));
		line.text(state(words, flag), Style.TEXT_CENTRE);
	}

	private static Optional<JobDefinition.Pace> pace(Edition edition, String measure) {
		return edition.definitions()
			.job()
			.paces()
			.stream()
			.filter((pace) -> pace.measure().equals(measure))
			.findFirst();
	}

	private static @Nullable BigDecimal percent(@Nullable BigDecimal quotient) {
		return (quotient != null) ? quotient.multiply(HUNDRED) : null;
	}

	private static Style level(FlagTable.Behind flag) {
		return switch (flag.level()) {
			case "RED" -> Style.RED;
			case "AMBER" -> Style.AMBER;
			default -> Style.GREEN;
		};
	}

	private static String state(Wording words, FlagTable.Behind flag) {
		return words.text("state." + flag.state(), String.valueOf(flag.months()));
	}

}
