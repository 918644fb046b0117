package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTests {

	@Test
	void tellsWhatIsOtherNewAndGone() {
		Report before = report("正常", Map.of("operating_revenue.m", "10.00", "total_profit.m", "3"));
		Report after = report("停产", Map.of("operating_revenue.m", "10.50", "net_profit.ytd", "2"));

		assertThat(Change.between(before, after)).containsExactlyInAnyOrder(
				new Change("operating_status", "月报!D9", "正常", "停产"),
				new Change("operating_revenue.m", "月报!D20", "10", "10.5"),
				new Change("net_profit.ytd", "月报!D20", null, "2"), new Change("total_profit.m", "月报!D20", "3", null));
	}

	@Test
	void takesAnotherCellOrScaleForNoChange() {
		Report before = report("正常", Map.of("operating_revenue.m", "10"));
		Map<FigureKey, Figure> moved = Map.of(FigureKey.parse("operating_revenue.m"),
				new Figure(new CellAddress("月报", 99, 9), "10.00", new BigDecimal("10.00")));

		assertThat(Change.between(before, before.with(moved))).isEmpty();
	}

	@Test
	void tellsWhatChangedInTheTableOfProducts() {
		Report before = products("轴承", "1200");
		Report after = products("轴承", "1300");

		assertThat(Change.between(before, after))
			.containsExactly(new Change("products[1].output_m", "产品!D3", "1200", "1300"));
	}

	private static Report report(String status, Map<String, String> amounts) {
		Map<FigureKey, Figure> figures = new LinkedHashMap<>();
		amounts.forEach((key, amount) -> figures.put(FigureKey.parse(key),
				new Figure(new CellAddress("月报", 19, 3), amount, new BigDecimal(amount))));
		return new Report(Map.of(FieldCode.of("operating_status"), new Entry(new CellAddress("月报", 8, 3), status)),
				figures, List.of());
	}

	private static Report products(String name, String output) {
		Map<String, Entry> line = Map.of("product_name", new Entry(new CellAddress("产品", 2, 0), name), "output_m",
				new Entry(new CellAddress("产品", 2, 3), output));
		return new Report(Map.of(), Map.of(), List.of(new ProductLine(2, line)));
	}

}
