package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;

import static org.assertj.core.api.Assertions.assertThat;

class ReportContentTests {

	private static final FieldCode REMARK = FieldCode.of("remark");

	private static final FigureKey REVENUE = FigureKey.of("operating_revenue", Span.parse("ytd"));

	private static final FigureKey REVENUE_OF_MONTH = FigureKey.of("operating_revenue", Span.parse("m"));

	private static final FigureKey PROFIT_OF_MONTH = FigureKey.of("total_profit", Span.parse("m"));

	private static final FigureKey PROFIT = FigureKey.of("total_profit", Span.parse("ytd"));

	private final ReportContent content = new ReportContent();

	@Test
	void readsWhatItWrote() {
		Report report = new Report(Map.of(REMARK, new Entry(cell("说明!B2"), "示例数据", true)),
				Map.of(REVENUE, new Figure(cell("月报!E29"), "1,200.50", new BigDecimal("1200.50")), PROFIT,
						new Figure(cell("月报!E40"), "很多", null)),
				List.of(new ProductLine(4, Map.of("product_name", new Entry(cell("月报!B5"), "轴承")))),
				Map.of("total_profit.m", cell("月报!D40")), Map.of("V50@operating_revenue.m",
						new Answer("V50@operating_revenue.m", new Entry(cell("问题清单!G3"), "停产检修"), false)));
		List<Tolerated> tolerances = List.of(new Tolerated(Tolerance.THOUSANDS, cell("月报!E29"), "1,200.50", "1200.50"));
		ReportContent.Stored stored = this.content.read(this.content.write(report, tolerances));
		assertThat(stored.report()).isEqualTo(report);
		assertThat(stored.tolerances()).isEqualTo(tolerances);
	}

	@Test
	void writesSheetNumberAndLayoutOnce() {
		Map<FigureKey, Figure> figures = new LinkedHashMap<>();
		figures.put(REVENUE_OF_MONTH, plain("月报!D29", "0.50"));
		figures.put(REVENUE, plain("月报!E29", "5.86"));
		figures.put(PROFIT_OF_MONTH, plain("月报!D40", "-3"));
		figures.put(PROFIT, plain("月报!E40", "12"));
		Report report = new Report(Map.of(), figures, List.of());
		String text = this.content.write(report, List.of());
		assertThat(text).isEqualTo("""
				{"sheet":"月报","entries":{},"figures":{"operating_revenue":["m=D ytd=E",29,"0.50","5.86"],\
				"total_profit":[0,40,"-3","12"]},"products":[],"blanks":{},"answers":{},"tolerances":[]}""");
		Report read = this.content.read(text).report();
		assertThat(read).isEqualTo(report);
		assertThat(read.figures().keySet()).containsExactlyElementsOf(figures.keySet());
	}

	@ParameterizedTest
	@CsvSource({ "月报!E30, 5.86, 5.86", "别处!E29, 5.86, 5.86", "月报!E29, '1,200.50', 1200.50", "月报!E29, 很多,",
			"月报!E29, 1E+2, 100" })
	void whatDoesNotStandInTheRowAsAPlainNumberIsWrittenCellByCell(String place, String text,
			@Nullable BigDecimal amount) {
		Map<FigureKey, Figure> figures = new LinkedHashMap<>();
		figures.put(REVENUE_OF_MONTH, plain("月报!D29", "0.50"));
		figures.put(REVENUE, new Figure(cell(place), text, amount));
		Report report = new Report(Map.of(), figures, List.of());
		String written = this.content.write(report, List.of());
		assertThat(written).contains("\"operating_revenue.m\":[\"D29\",\"0.50\",\"\"]");
		assertThat(this.content.read(written).report()).isEqualTo(report);
	}

	@Test
	void readsWhatEarlierReleasesWrote() {
		ReportContent.Stored stored = this.content.read("""
				{"entries":{"remark":["月报!D90","示例数据"]},"figures":{"operating_revenue.ytd":["月报!E29","5.860","5.860"],\
				"total_profit.ytd":["月报!E40","无"]},"products":[],"blanks":{},"answers":null,"tolerances":null}""");
		assertThat(stored.report().text("remark")).isEqualTo("示例数据");
		assertThat(stored.report().figure(REVENUE))
			.isEqualTo(new Figure(cell("月报!E29"), "5.860", new BigDecimal("5.860")));
		assertThat(stored.report().figure(PROFIT)).isEqualTo(new Figure(cell("月报!E40"), "无", null));
		assertThat(stored.tolerances()).isEmpty();
	}

	private static Figure plain(String cell, String number) {
		return new Figure(cell(cell), number, new BigDecimal(number));
	}

	private static CellAddress cell(String text) {
		return CellAddress.parse(text);
	}

}
