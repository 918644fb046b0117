package org.srdi.monitor.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Outcome;
import org.srdi.monitor.workbook.Chart;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/** A row per member of a grouping, the province on top, and a remark where one is due. */
final class TablePage implements Page {

	private static final int HEAD_ROWS = 3;

	private static final int CHART_ROWS = 27;

	private final FlagTable flags;

	TablePage(FlagTable flags) {
		this.flags = flags;
	}

	@Override
	public void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet) {
		Grouping grouping = Objects.requireNonNull(definition.grouping(), "A sheet of kind table needs a grouping");
		List<IndicatorDefinition> indicators = edition.indicators(definition);
		List<TableRow> rows = (definition.rankBy() != null)
				? TableRow.ranked(edition, grouping, edition.indicator(definition.rankBy()))
				: TableRow.of(edition, grouping);
		Canvas canvas = new Canvas(name, sheet, widths(edition, grouping, indicators));
		canvas.title(edition.words().choose(definition.title(), definition.titleEn())).subtitle(edition.subtitle());
		canvas.headings(headings(edition, definition, grouping));
		province(edition, indicators, canvas);
		Map<Grouping, Map<String, Integer>> behind = behind(edition, grouping);
		rows.forEach((row) -> row(edition, row, indicators, behind, canvas));
		sheet.filter(HEAD_ROWS - 1, 0, canvas.row() - 1, canvas.columns() - 1);
		if (definition.chart() != null) {
			draw(edition, edition.indicator(definition.chart()), rows, canvas, indicators);
		}
		sheet.freeze(HEAD_ROWS, 2)
			.print(true, (definition.chart() != null) ? 2 : HEAD_ROWS, canvas.row() - 1, canvas.columns() - 1);
	}

	private static int[] widths(Edition edition, Grouping grouping, List<IndicatorDefinition> indicators) {
		int narrow = edition.words().isEnglish() ? 13 : 10;
		List<Integer> widths = new ArrayList<>(List.of(6, (grouping == Grouping.CITY) ? 24 : 32));
		for (IndicatorDefinition indicator : indicators) {
			widths.add("万元".equals(indicator.unit()) ? 15 : narrow);
		}
		widths.addAll(List.of(narrow, edition.words().isEnglish() ? 24 : 16));
		return widths.stream().mapToInt(Integer::intValue).toArray();
	}

	private static boolean isIndustry(Grouping grouping) {
		return grouping == Grouping.SECTION || grouping == Grouping.DIVISION;
	}

	private static List<String> headings(Edition edition, RollupDefinition.Sheet definition, Grouping grouping) {
		Wording words = edition.words();
		List<String> headings = new ArrayList<>();
		String lead = isIndustry(grouping) ? "table.code" : "table.number";
		headings.add(words.text((definition.rankBy() != null) ? "table.rank" : lead));
		headings.add(words.text("table." + grouping.name()));
		edition.indicators(definition).forEach((indicator) -> headings.add(words.heading(indicator)));
		headings.add(words.text("heading.unit", words.text("table.behind"), words.unit("家")));
		headings.add(words.text("table.remark"));
		return headings;
	}

	private static void province(Edition edition, List<IndicatorDefinition> indicators, Canvas canvas) {
		Canvas.Line line = canvas.line();
		line.text(null, Style.TOTAL_TEXT).text(edition.words().text("table.province"), Style.TOTAL_TEXT);
		for (IndicatorDefinition indicator : indicators) {
			new Cells(edition.words()).write(line, indicator, edition.ofProvince(indicator), true);
		}
		line.count(edition.headline().behind(), Style.TOTAL_INTEGER);
		boolean low = indicators.stream()
			.anyMatch((indicator) -> edition.words().isLowCoverage(indicator, edition.ofProvince(indicator)));
		remark(edition, line, low, true);
	}

	private Map<Grouping, Map<String, Integer>> behind(Edition edition, Grouping grouping) {
		Map<Grouping, Map<String, Integer>> behind = new EnumMap<>(Grouping.class);
		behind.put(grouping, this.flags.byGroup(edition.period(), grouping));
		if (grouping == Grouping.DIVISION) {
			behind.put(Grouping.SECTION, this.flags.byGroup(edition.period(), Grouping.SECTION));
		}
		return behind;
	}

	private static void row(Edition edition, TableRow row, List<IndicatorDefinition> indicators,
			Map<Grouping, Map<String, Integer>> behind, Canvas canvas) {
		Canvas.Line line = canvas.line();
		line.text(row.lead(), row.total() ? Style.TOTAL_TEXT_CENTRE : Style.TEXT_CENTRE);
		line.text(row.name(), row.total() ? Style.TOTAL_TEXT : Style.LABEL);
		boolean low = false;
		for (IndicatorDefinition indicator : indicators) {
			IndicatorValue value = edition.values().of(row.grouping(), row.member(), indicator);
			new Cells(edition.words()).write(line, indicator, value, row.total());
			low |= edition.words().isLowCoverage(indicator, value);
		}
		line.count(behind.getOrDefault(row.grouping(), Map.of()).getOrDefault(row.member(), 0),
				row.total() ? Style.TOTAL_INTEGER : Style.INTEGER);
		if (isBlank(edition, row)) {
			line.text(edition.words().text("table.blank"), Style.NOT_APPLICABLE);
		}
		else {
			remark(edition, line, low, row.total());
		}
	}

	/** A city without any enterprise of the register is a blank region (空白地区). */
	private static boolean isBlank(Edition edition, TableRow row) {
		return row.grouping() == Grouping.CITY && !edition.values().members(Grouping.CITY).contains(row.member());
	}

	private static void remark(Edition edition, Canvas.Line line, boolean low, boolean total) {
		if (low) {
			line.text(edition.words().text("table.low", edition.words().coverageMark()), Style.AMBER);
		}
		else {
			line.text(null, total ? Style.TOTAL_TEXT : Style.TEXT);
		}
	}

	private static void draw(Edition edition, IndicatorDefinition indicator, List<TableRow> rows, Canvas canvas,
			List<IndicatorDefinition> columns) {
		int column = columns.indexOf(indicator) + 2;
		long drawn = rows.stream().filter((row) -> isDrawn(edition, indicator, row)).count();
		if (column < 2 || drawn == 0) {
			return;
		}
		Wording words = edition.words();
		int first = HEAD_ROWS + 1;
		int last = first + (int) drawn - 1;
		int top = canvas.page().row();
		CellAddress bottomRight = new CellAddress(canvas.name(), top + CHART_ROWS - 1, canvas.columns() - 1);
		canvas.sheet()
			.barChart(new Chart(words.text("table.chart", words.label(indicator), words.spanOfYear(edition.period())),
					"", words.unit(indicator.unit()), new CellAddress(canvas.name(), top, 0), bottomRight,
					canvas.range(first, 1, last, 1),
					List.of(new Chart.Series(words.label(indicator), canvas.range(first, column, last, column)))));
		canvas.skip(CHART_ROWS);
	}

	/** Rows come by rank, so that those with a rate are the first. */
	private static boolean isDrawn(Edition edition, IndicatorDefinition indicator, TableRow row) {
		IndicatorValue value = edition.values().of(row.grouping(), row.member(), indicator);
		return value != null && value.outcome() == Outcome.VALUE;
	}

}
