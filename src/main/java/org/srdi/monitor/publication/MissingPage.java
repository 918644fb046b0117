package org.srdi.monitor.publication;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.Tone;

/** Who has not reported, and what keeps the other reports from being accepted. */
final class MissingPage implements Page {

	/** More would make a workbook nobody reads; the exports have them all. */
	static final int MOST = 2000;

	private static final int HEAD_ROWS = 2;

	private final Reporting reporting;

	MissingPage(Reporting reporting) {
		this.reporting = reporting;
	}

	@Override
	public void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet) {
		Wording words = edition.words();
		Canvas canvas = new Canvas(name, sheet, 6, 26, 23, 16, 14, 14, 60);
		canvas.title(words.choose(definition.title(), definition.titleEn())).subtitle(edition.subtitle());
		counts(edition, canvas);
		missing(edition, canvas.skip(1));
		open(edition, canvas.skip(1));
		unreadable(edition, canvas);
		sheet.freeze(HEAD_ROWS, 0)
			.print(true, HEAD_ROWS, canvas.row() - 1, canvas.columns() - 1)
			.tab((edition.headline().missing() > 0) ? Tone.WARNING : Tone.GOOD);
	}

	private void counts(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		Headline headline = edition.headline();
		canvas.wide(words.text("missing.counts", words.count(headline.due()), words.count(headline.accepted()),
				words.count(headline.missing()), words.count(headline.silent()), words.count(headline.returned()),
				words.count(headline.held())), Style.HEADLINE, 1.34);
		Map<String, Integer> exempt = this.reporting.exempt(edition.period());
		exempt.forEach((reason, firms) -> canvas
			.note(words.text("missing.exempt", words.count(firms), reason.isEmpty() ? Wording.NOTHING : reason)));
	}

	private void missing(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		List<Reporting.Missing> missing = this.reporting.missing(edition.period(), MOST);
		canvas.section(words.text("missing.section", words.count(edition.headline().missing())));
		canvas.headings(List.of(words.text("table.number"), words.text("flags.firm"), words.text("missing.code"),
				words.text("table.CITY"), words.text("table.COUNTY"), words.text("missing.state"),
				words.text("table.DIVISION")));
		int number = 0;
		for (Reporting.Missing firm : missing) {
			canvas.line()
				.text(String.valueOf(++number), Style.TEXT_CENTRE)
				.text(firm.name(), Style.LABEL)
				.text(orNothing(firm.creditCode()), Style.TEXT)
				.text(edition.region(firm.city()), Style.TEXT_WRAP)
				.text(edition.region(firm.county()), Style.TEXT_WRAP)
				.text(words.text("standing." + standing(firm.state())), state(firm.state()))
				.text(edition.industry(firm.division()), Style.TEXT_WRAP);
		}
		end(words, missing.size(), "export submissions", canvas);
	}

	private void open(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		List<Reporting.Open> open = this.reporting.open(edition.period(), MOST);
		canvas.section(words.text("open.section"));
		canvas.headings(List.of(words.text("table.number"), words.text("flags.firm"), words.text("open.file"),
				words.text("missing.state"), words.text("open.rule"), words.text("open.cell"),
				words.text("open.message")));
		int number = 0;
		for (Reporting.Open finding : open) {
			canvas.line()
				.text(String.valueOf(++number), Style.TEXT_CENTRE)
				.text(orNothing(finding.name()), Style.LABEL)
				.text(finding.file(), Style.TEXT_WRAP)
				.text(words.text("standing." + standing(finding.state())), state(finding.state()))
				.text(orNothing(finding.rule()), Style.TEXT_CENTRE)
				.text(orNothing(finding.cell()), Style.TEXT_CENTRE)
				.text(finding.message(words), Style.TEXT_WRAP);
		}
		end(words, open.size(), "export violations", canvas);
	}

	private void unreadable(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		List<Reporting.Unreadable> files = this.reporting.unreadable(edition.period(), MOST);
		if (files.isEmpty()) {
			return;
		}
		canvas.skip(1).section(words.text("unreadable.section"));
		for (Reporting.Unreadable file : files) {
			canvas.wide(words.text("unreadable.file", file.file(), words.instant(file.receivedAt()),
					orNothing(file.reason())), Style.TEXT_WRAP, 1.0);
		}
	}

	private static void end(Wording words, int rows, String export, Canvas canvas) {
		if (rows == 0) {
			canvas.wide(words.text("none"), Style.TEXT_CENTRE, 22);
		}
		else if (rows == MOST) {
			canvas.note(words.text("more", String.valueOf(MOST), export));
		}
	}

	private static String standing(@Nullable String state) {
		boolean open = "RETURNED".equals(state) || "HELD".equals(state);
		return (open && state != null) ? state : "SILENT";
	}

	private static Style state(@Nullable String state) {
		return switch (standing(state)) {
			case "RETURNED" -> Style.RED;
			case "HELD" -> Style.AMBER;
			default -> Style.NOT_APPLICABLE;
		};
	}

	private static String orNothing(@Nullable String text) {
		return (text != null) ? text : Wording.NOTHING;
	}

}
