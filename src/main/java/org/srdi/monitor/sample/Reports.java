package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.OperatingStatus;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.sample.Trade.Goods;
import org.srdi.monitor.submission.ReportDraft;

/** Fills in the form from a firm's books. */
final class Reports {

	private final List<FigureKey> keys;

	private final long seed;

	Reports(Form form, long seed) {
		this.keys = form.figureKeys();
		this.seed = seed;
	}

	/** Returns a firm's report of a month, without mistakes. */
	ReportDraft draft(SampleFirm firm, Books books, ReportingPeriod period, LocalDate reportedOn) {
		Map<FieldCode, String> entries = header(firm, period, reportedOn);
		Chance chance = Chance.of(this.seed, firm.number(), 6, period.year() * 12L + period.months());
		new Questionnaire(chance).answer(entries, growth(books, period), firm.exports());
		return new ReportDraft(entries, books.figures(this.keys, period), Map.of(), products(firm, books, period));
	}

	private static Map<FieldCode, String> header(SampleFirm firm, ReportingPeriod period, LocalDate reportedOn) {
		Map<FieldCode, String> entries = new LinkedHashMap<>();
		entries.put(FieldCode.of("credit_code"), firm.creditCode().value());
		entries.put(FieldCode.of("enterprise_name"), firm.name());
		entries.put(FieldCode.of("region_code"), firm.region().value());
		entries.put(FieldCode.of("industry_code"), firm.industryCode());
		entries.put(FieldCode.of("period"), period.toString());
		entries.put(FieldCode.of("operating_status"), OperatingStatus.NORMAL.name());
		entries.put(FieldCode.of("is_above_scale"), "是");
		entries.put(FieldCode.of("unit_head"), "示例负责人");
		entries.put(FieldCode.of("filler"), "示例填表人");
		entries.put(FieldCode.of("filler_phone"), "000-00000000");
		entries.put(FieldCode.of("reported_on"), reportedOn.toString());
		return entries;
	}

	private static double growth(Books books, ReportingPeriod period) {
		BigDecimal now = books.figure("operating_revenue", Span.M, period);
		BigDecimal before = books.figure("operating_revenue", Span.M_LY, period);
		return (now != null && before != null) ? now.doubleValue() / before.doubleValue() - 1 : 0;
	}

	private static List<Map<String, String>> products(SampleFirm firm, Books books, ReportingPeriod period) {
		List<Map<String, String>> lines = new ArrayList<>();
		for (Goods goods : firm.traits().market().goods()) {
			int product = lines.size();
			Map<String, String> line = new LinkedHashMap<>();
			line.put("product_name", goods.name());
			line.put("unit", goods.unit());
			put(line, "output_m", books.figure(Making.line(product, "output"), Span.M, period));
			put(line, "output_ytd", books.figure(Making.line(product, "output"), Span.YTD, period));
			put(line, "output_ytd_ly", books.figure(Making.line(product, "output"), Span.YTD_LY, period));
			put(line, "sales_m", books.figure(Making.line(product, "sales"), Span.M, period));
			put(line, "sales_ytd", books.figure(Making.line(product, "sales"), Span.YTD, period));
			put(line, "sales_ytd_ly", books.figure(Making.line(product, "sales"), Span.YTD_LY, period));
			put(line, "stock_eop", books.figure(Making.line(product, "stock"), Span.EOP, period));
			lines.add(line);
		}
		return lines;
	}

	private static void put(Map<String, String> line, String column, @Nullable BigDecimal quantity) {
		if (quantity != null) {
			line.put(column, quantity.toPlainString());
		}
	}

}
