package org.srdi.monitor.publication;

import java.util.List;
import java.util.Objects;

import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/** How to read the figures: basis, coverage, flags, definitions and versions. */
final class NotesPage implements Page {

	private final Digest digest;

	NotesPage(Digest digest) {
		this.digest = digest;
	}

	@Override
	public void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet) {
		Wording words = edition.words();
		Canvas canvas = new Canvas(name, sheet, 32, 12, 58, 44);
		canvas.title(words.choose(definition.title(), definition.titleEn())).subtitle(edition.subtitle());
		canvas.section(words.text("notes.reading"));
		remarks(edition, canvas);
		canvas.skip(1).section(words.text("notes.definitions"));
		canvas.headings(List.of(words.text("totals.indicator"), words.text("totals.unit"), words.text("notes.method"),
				words.text("notes.source")));
		printed(edition).forEach((indicator) -> definition(edition, indicator, canvas.line()));
		canvas.skip(1).section(words.text("notes.versions"));
		versions(edition, canvas);
		sheet.freeze(2, 0).print(true, 2, canvas.row() - 1, canvas.columns() - 1);
	}

	private static void remarks(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		JobDefinition job = edition.definitions().job();
		int number = 1;
		for (String key : List.of("notes.scope", "notes.comparable", "notes.base", "notes.points", "notes.festival",
				"notes.lastYear", "notes.imputation")) {
			remark(canvas, number++, words.text(key));
		}
		remark(canvas, number++, words.text("notes.coverage", words.coverageMark()));
		remark(canvas, number++, words.text(job.stockNested() ? "notes.nested" : "notes.notNested"));
		remark(canvas, number++, words.text("notes.path"));
		for (JobDefinition.Pace pace : job.paces()) {
			remark(canvas, number++, words.text("notes.pace", words.choose(pace.label(), pace.labelEn()),
					words.percent(pace.amber().movePointRight(2)), words.percent(pace.red().movePointRight(2))));
		}
		remark(canvas, number, words.text("notes.confidential"));
	}

	private static void remark(Canvas canvas, int number, String text) {
		canvas.wide(number + ". " + text, Style.TEXT_WRAP, 1.0);
	}

	/** Returns the indicators that any sheet prints, in the order of their definition. */
	private static List<IndicatorDefinition> printed(Edition edition) {
		List<String> codes = edition.rollup()
			.sheets()
			.stream()
			.flatMap((sheet) -> sheet.indicators().stream())
			.toList();
		return edition.definitions()
			.indicators()
			.stream()
			.filter((indicator) -> codes.contains(indicator.code()))
			.toList();
	}

	private static void definition(Edition edition, IndicatorDefinition indicator, Canvas.Line line) {
		Wording words = edition.words();
		line.text(words.label(indicator), Style.LABEL)
			.text(words.unit(indicator.unit()), Style.TEXT_CENTRE)
			.text(new Method(words, edition.definitions().form()).of(indicator), Style.TEXT_WRAP)
			.text(Objects.requireNonNullElse(indicator.source(), ""), Style.TEXT_WRAP);
	}

	private void versions(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		canvas.wide(words.text("notes.form", edition.definitions().form().code(),
				edition.definitions().form().version(), String.valueOf(edition.revision())), Style.TEXT_WRAP, 1.0);
		canvas.wide(words.text("notes.definitionsDigest", edition.definitions().digest()), Style.TEXT_WRAP, 1.0);
		canvas.wide(words.text("notes.dataDigest", this.digest.of(edition.period())), Style.TEXT_WRAP, 1.0);
	}

}
