package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.Tone;

/** The cover: title, time, key figures and the headline sentences. */
final class CoverPage implements Page {

	private static final int CARDS = 6;

	private static final int LONGEST_LEAD = 16;

	/** From 1 亿元 on, amounts are shown in 亿元. */
	private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(10_000);

	private final Sentences.LastYear lastYear;

	CoverPage(Sentences.LastYear lastYear) {
		this.lastYear = lastYear;
	}

	@Override
	public void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet) {
		Canvas canvas = new Canvas(name, sheet, 16, 16, 16, 16, 16, 16);
		head(edition, canvas);
		cards(edition, definition, canvas);
		canvas.skip(1);
		sentences(edition, definition).forEach((sentence) -> sentence(edition, sentence, canvas));
		foot(edition, canvas);
		sheet.print(false, 0, canvas.row() - 1, canvas.columns() - 1).tab(Tone.NEUTRAL);
	}

	private static void head(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		canvas.wide(words.choose(edition.rollup().title(), edition.rollup().titleEn()), Style.COVER_TITLE, 54);
		canvas.wide(words.text("cover.period", edition.time()), Style.COVER_LINE, 24);
		canvas.wide(words.text((edition.revision() > 1) ? "cover.revised" : "cover.published",
				words.date(edition.publishedAt()), words.instant(edition.publishedAt()), edition.revision() - 1),
				Style.COVER_LINE, 20);
		if (edition.sample()) {
			canvas.wide(words.text("sample"), Style.AMBER, 22);
		}
		canvas.skip(1);
	}

	private static void cards(Edition edition, RollupDefinition.Sheet definition, Canvas canvas) {
		List<IndicatorDefinition> indicators = edition.indicators(definition);
		for (int first = 0; first < indicators.size(); first += CARDS) {
			List<IndicatorDefinition> row = indicators.subList(first, Math.min(first + CARDS, indicators.size()));
			Canvas.Line labels = canvas.line();
			row.forEach((indicator) -> labels.text(label(edition, indicator), Style.FIGURE_LABEL));
			canvas.sheet().height(canvas.row(), 40);
			Canvas.Line figures = canvas.line();
			row.forEach((indicator) -> card(edition, indicator, figures));
		}
	}

	private static String label(Edition edition, IndicatorDefinition indicator) {
		Wording words = edition.words();
		String unit = isLarge(indicator, edition.ofProvince(indicator)) ? "亿元" : indicator.unit();
		return words.text("cover.label", words.label(indicator), words.unit(unit));
	}

	private static void card(Edition edition, IndicatorDefinition indicator, Canvas.Line line) {
		IndicatorValue value = edition.ofProvince(indicator);
		BigDecimal number = Cells.number(indicator, value);
		if (number == null) {
			line.text(edition.words().instead(value), Style.FIGURE_TEXT);
			return;
		}
		BigDecimal shown = isLarge(indicator, value) ? number.divide(HUNDRED_MILLION, 2, RoundingMode.HALF_UP) : number;
		line.number(shown, switch (indicator.decimals()) {
			case 0 -> Style.FIGURE_INTEGER;
			case 1 -> Style.FIGURE_RATE;
			default -> Style.FIGURE_AMOUNT;
		});
	}

	private static boolean isLarge(IndicatorDefinition indicator, @Nullable IndicatorValue value) {
		BigDecimal number = Cells.number(indicator, value);
		return "万元".equals(indicator.unit()) && number != null && number.abs().compareTo(HUNDRED_MILLION) >= 0;
	}

	/** Returns the sentences of the cover in the language of the edition. */
	List<String> sentences(Edition edition, RollupDefinition.Sheet definition) {
		Sentences sentences = new Sentences(edition, this.lastYear, definition.rankBy());
		return sentences.write(edition.words().isEnglish() ? definition.sentencesEn() : definition.sentences());
	}

	/** Sets what a sentence is about, up to its colon, beside it. */
	private static void sentence(Edition edition, String sentence, Canvas canvas) {
		String colon = edition.words().text("colon");
		int end = sentence.indexOf(colon);
		if (end < 0 || end > LONGEST_LEAD) {
			canvas.wide(sentence, Style.HEADLINE, 1.24);
			return;
		}
		canvas.led(sentence.substring(0, end), sentence.substring(end + colon.length()), 1.15);
	}

	private static void foot(Edition edition, Canvas canvas) {
		canvas.skip(1);
		canvas.note(edition.words().text("cover.note"));
	}

}
