package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.workbook.Chart;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/**
 * The province as a whole: a row per indicator, last year beside it, the months of the
 * year.
 */
final class TotalsPage implements Page {

	private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(10_000);

	private static final int CHART_ROWS = 15;

	/** Until then the Spring Festival disturbs the growth of a single month. */
	private static final int LAST_FESTIVAL_MONTH = 3;

	private final History history;

	TotalsPage(History history) {
		this.history = history;
	}

	@Override
	public void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet) {
		Canvas canvas = new Canvas(name, sheet, 33, 11, 16, 13, 17, 13, 9);
		Wording words = edition.words();
		Block block = Block.of(edition.indicators(definition));
		canvas.title(words.choose(definition.title(), definition.titleEn())).subtitle(edition.subtitle());
		fields(edition, block, canvas);
		canvas.skip(1);
		ratios(edition, block, canvas);
		canvas.skip(1);
		reporting(edition, block, canvas);
		if (definition.chart() != null) {
			months(edition, edition.indicator(definition.chart()), canvas);
		}
		sheet.freeze(3, 1).print(false, 2, canvas.row() - 1, canvas.columns() - 1);
	}

	private static void fields(Edition edition, Block block, Canvas canvas) {
		Wording words = edition.words();
		String festival = (edition.period().months() <= LAST_FESTIVAL_MONTH)
				? words.text("bracket", words.text("festival.heading")) : "";
		canvas.headings(List.of(words.text("totals.indicator"), words.text("totals.unit"), words.text("totals.month"),
				words.text("totals.monthGrowth") + festival, words.text("totals.total"),
				words.text("totals.totalGrowth"), words.text("totals.firms")));
		FieldCode whole = null;
		for (Block.FieldRow row : block.fields()) {
			FieldCode parent = whole(edition.definitions().form(), row.field());
			field(edition, row, parent.equals(whole), canvas.line());
			whole = row.field().equals(parent) ? parent : whole;
		}
	}

	/** Returns the field that a part (其中) is a part of, any other field itself. */
	private static FieldCode whole(Form form, FieldCode code) {
		FieldCode whole = code;
		for (Field field : form.figures()) {
			whole = field.part() ? whole : field.code();
			if (field.code().equals(code)) {
				return whole;
			}
		}
		return code;
	}

	private static void field(Edition edition, Block.FieldRow row, boolean belowWhole, Canvas.Line line) {
		Wording words = edition.words();
		IndicatorDefinition sum = row.sum();
		line.text(label(edition, row, belowWhole), belowWhole ? Style.LABEL_PART : Style.LABEL);
		line.text((sum != null) ? words.unit(sum.unit()) : Wording.NOTHING, Style.TEXT_CENTRE);
		value(edition, row.month(), line);
		value(edition, row.monthGrowth(), line);
		value(edition, row.total(), line);
		value(edition, row.totalGrowth(), line);
		IndicatorValue counted = (sum != null) ? edition.ofProvince(sum) : null;
		line.count((counted != null) ? counted.firms() : 0, Style.INTEGER);
	}

	/**
	 * Returns the label of the form; of a part that stands alone, that of its indicator.
	 */
	private static String label(Edition edition, Block.FieldRow row, boolean belowWhole) {
		Wording words = edition.words();
		Field field = edition.definitions().form().field(row.field()).orElse(null);
		IndicatorDefinition sum = row.sum();
		if (field == null || (field.part() && !belowWhole && sum != null)) {
			return (sum != null) ? words.bare(sum) : row.field().value();
		}
		return words.choose(field.label(), field.labelEn());
	}

	private static void value(Edition edition, @Nullable IndicatorDefinition indicator, Canvas.Line line) {
		if (indicator == null) {
			line.text(null, Style.NOT_APPLICABLE);
			return;
		}
		new Cells(edition.words()).write(line, indicator, edition.ofProvince(indicator), false);
	}

	private void ratios(Edition edition, Block block, Canvas canvas) {
		Wording words = edition.words();
		canvas.headings(List.of(words.text("totals.ratio"), words.text("totals.unit"), words.text("totals.now"),
				words.text("totals.lastYear"), words.text("totals.change"), words.text("totals.changeUnit"),
				words.text("totals.firms")));
		for (IndicatorDefinition indicator : block.ratios()) {
			ratio(edition, indicator, canvas.line());
		}
	}

	private void ratio(Edition edition, IndicatorDefinition indicator, Canvas.Line line) {
		Cells cells = new Cells(edition.words());
		IndicatorValue value = edition.ofProvince(indicator);
		BigDecimal now = (value != null) ? value.value() : null;
		BigDecimal before = this.history.lastYear(indicator, edition.period());
		line.text(edition.words().label(indicator), Style.LABEL);
		line.text(edition.words().unit(indicator.unit()), Style.TEXT_CENTRE);
		cells.write(line, indicator, value, false);
		cells.number(line, before, indicator.decimals());
		cells.number(line, (now != null && before != null) ? now.subtract(before) : null,
				Wording.decimalsOfChange(indicator));
		line.text((before != null) ? edition.words().unit(Wording.unitOfChange(indicator)) : Wording.NOTHING,
				Style.TEXT_CENTRE);
		line.count((value != null) ? value.firms() : 0, Style.INTEGER);
	}

	private static void reporting(Edition edition, Block block, Canvas canvas) {
		Wording words = edition.words();
		canvas.headings(List.of(words.text("totals.reporting"), words.text("totals.unit"), words.text("totals.value")));
		for (IndicatorDefinition indicator : block.reporting()) {
			IndicatorValue value = edition.ofProvince(indicator);
			Canvas.Line line = canvas.line();
			line.text(words.label(indicator), Style.LABEL).text(words.unit(indicator.unit()), Style.TEXT_CENTRE);
			new Cells(words).write(line, indicator, value, false);
			if (words.isLowCoverage(indicator, value)) {
				line.text(words.text("totals.low"), Style.AMBER);
			}
		}
	}

	private void months(Edition edition, IndicatorDefinition indicator, Canvas canvas) {
		FieldCode field = indicator.numerator().get(0).field();
		List<History.Point> points = this.history.months(field, edition.period());
		if (points.isEmpty()) {
			return;
		}
		Wording words = edition.words();
		String label = edition.definitions()
			.form()
			.field(field)
			.map((known) -> words.choose(known.label(), known.labelEn()))
			.orElse(field.value());
		String thisYear = String.valueOf(edition.period().year());
		String lastYear = String.valueOf(edition.period().year() - 1);
		canvas.page()
			.headings(List.of(words.text("months.heading", label), words.text("months.growth"),
					words.text("months.value", thisYear), words.text("months.value.prior", lastYear)));
		int first = canvas.row();
		points.forEach((point) -> month(words, point, canvas.line()));
		draw(words, canvas, new Drawing(label, first, points.size(), thisYear, lastYear));
	}

	private static void month(Wording words, History.Point point, Canvas.Line line) {
		line.text(words.month(point.period()), Style.LABEL);
		line.number((point.growth() != null) ? Wording.rounded(point.growth(), 1) : null, Style.RATE);
		line.number(hundredMillions(point.month()), Style.AMOUNT);
		line.number(hundredMillions(point.lastYear()), Style.AMOUNT);
	}

	private static @Nullable BigDecimal hundredMillions(@Nullable BigDecimal amount) {
		return (amount != null) ? amount.divide(HUNDRED_MILLION, 2, RoundingMode.HALF_UP) : null;
	}

	private static void draw(Wording words, Canvas canvas, Drawing drawing) {
		Chart.Range months = drawing.column(canvas, 0);
		int top = canvas.skip(1).row();
		canvas.sheet()
			.lineChart(new Chart(words.text("months.chart", drawing.label()), "", words.text("months.unit"),
					new CellAddress(canvas.name(), top, 0), new CellAddress(canvas.name(), top + CHART_ROWS - 1, 2),
					months, List.of(new Chart.Series(words.text("year", drawing.thisYear()), drawing.column(canvas, 2)),
							new Chart.Series(words.text("year", drawing.lastYear()), drawing.column(canvas, 3)))));
		canvas.sheet()
			.lineChart(new Chart(words.text("months.growthChart", drawing.label()), "", "%",
					new CellAddress(canvas.name(), top, 3),
					new CellAddress(canvas.name(), top + CHART_ROWS - 1, canvas.columns() - 1), months,
					List.of(new Chart.Series(words.text("months.growth"), drawing.column(canvas, 1)))));
		canvas.skip(CHART_ROWS);
	}

	/** Where the months stand that are drawn. */
	private record Drawing(String label, int first, int months, String thisYear, String lastYear) {

		Chart.Range column(Canvas canvas, int column) {
			return canvas.range(this.first, column, this.first + this.months - 1, column);
		}

	}

}
