package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.RegionalTarget;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.register.Titles;
import org.srdi.monitor.target.ProgressRow;
import org.srdi.monitor.target.RegionalProgress;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/** The targets of the published plans of the province, and the regions without a firm. */
final class TargetsPage implements Page {

	private static final int HEAD_ROWS = 3;

	private static final Tier WATCHED = Tier.NATIONAL_LITTLE_GIANT;

	private final RegionalProgress progress;

	private final Titles titles;

	TargetsPage(RegionalProgress progress, Titles titles) {
		this.progress = progress;
		this.titles = titles;
	}

	@Override
	public void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet) {
		Wording words = edition.words();
		Canvas canvas = new Canvas(name, sheet, 30, 13, 34, 12, 8, 12, 12, 12, 12, 12, 16);
		canvas.title(words.choose(definition.title(), definition.titleEn())).subtitle(edition.subtitle());
		canvas.headings(List.of(words.text("plans.plan"), words.text("plans.region"), words.text("plans.quote"),
				words.text("plans.target"), words.text("totals.unit"), words.text("plans.baseline"),
				words.text("plans.actual"), words.text("plans.completion"), words.text("plans.time"),
				words.text("plans.due"), words.text("table.remark")));
		this.progress.rows(edition.period())
			.stream()
			.filter((row) -> "target".equals(row.target().kind()))
			.forEach((row) -> target(edition, row, canvas.line()));
		stock(edition, canvas.page());
		sheet.freeze(HEAD_ROWS, 1).print(true, 2, canvas.row() - 1, canvas.columns() - 1);
	}

	private static void target(Edition edition, ProgressRow row, Canvas.Line line) {
		Wording words = edition.words();
		RegionalTarget target = row.target();
		line.text(target.planName(), Style.TEXT_WRAP)
			.text(words.name(row.region()), Style.TEXT_CENTRE)
			.text(target.quote(), Style.TEXT_WRAP)
			.number(target.value(), Style.QUANTITY)
			.text(words.unit(target.unit()), Style.TEXT_CENTRE);
		quantity(line, target.baselineValue());
		quantity(line, row.actual());
		new Cells(words).number(line, row.completion(), 1);
		new Cells(words).number(line, row.timeProgress(), 1);
		line.text((target.due() != null) ? target.due().toString() : Wording.NOTHING, Style.TEXT_CENTRE);
		line.text(remark(words, target, row.actual(), edition.period().lastDay()), Style.TEXT_WRAP);
	}

	private static void quantity(Canvas.Line line, @Nullable BigDecimal number) {
		if (number != null) {
			line.number(number, Style.QUANTITY);
		}
		else {
			line.text(Wording.NOTHING, Style.TEXT_CENTRE);
		}
	}

	private static @Nullable String remark(Wording words, RegionalTarget target, @Nullable BigDecimal actual,
			LocalDate day) {
		boolean over = target.due() != null && target.due().isBefore(day);
		if (actual == null) {
			return words.text("plans.unknown");
		}
		return over ? words.text("plans.over") : null;
	}

	private void stock(Edition edition, Canvas canvas) {
		Wording words = edition.words();
		boolean nested = edition.definitions().job().stockNested();
		Map<RegionCode, Integer> stock = this.titles.stockByCity(WATCHED, edition.period().lastDay(), nested);
		canvas.section(words.text("plans.stock", words.name(WATCHED), words.text(nested ? "nested.yes" : "nested.no")));
		canvas.headings(List.of(words.text("table.CITY"),
				words.text("heading.unit", words.text("plans.now"), words.unit("家")), words.text("table.remark")));
		int sum = 0;
		for (Region city : edition.cities()) {
			int firms = stock.getOrDefault(city.code(), 0);
			sum += firms;
			Canvas.Line line = canvas.line();
			line.text(words.name(city), Style.LABEL).count(firms, Style.INTEGER);
			line.text((firms == 0) ? words.text("table.blank") : null, (firms == 0) ? Style.AMBER : Style.TEXT);
		}
		canvas.line()
			.text(words.text("table.province"), Style.TOTAL_TEXT)
			.count(sum, Style.TOTAL_INTEGER)
			.text(null, Style.TOTAL_TEXT);
	}

}
