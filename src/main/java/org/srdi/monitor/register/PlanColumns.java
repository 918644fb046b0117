package org.srdi.monitor.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.workbook.Table.Column;

/** The columns of a file of yearly plans and what they may be headed. */
final class PlanColumns {

	static final String CREDIT_CODE = "credit_code";

	static final String YEAR = "plan_year";

	static final String MEASURE = "measure";

	static final String TARGET = "target";

	private static final Map<String, List<String>> LABELS = Map.of("revenue",
			List.of("营业收入目标(万元)", "营业收入目标", "Revenue target"), "rd_expenses",
			List.of("研发费用目标(万元)", "研发费用目标", "R&D target"), "patents",
			List.of("发明专利授权目标(件)", "发明专利授权目标", "Patents target"));

	private PlanColumns() {
	}

	/** Returns the columns a file may have: one per measure, or measure and target. */
	static List<Column> of(List<String> measures) {
		List<Column> columns = new ArrayList<>();
		columns.add(new Column(CREDIT_CODE, true, List.of("统一社会信用代码", "信用代码", "Unified social credit code")));
		columns.add(new Column("enterprise_name", false, List.of("企业名称", "单位名称", "Enterprise name")));
		columns.add(new Column(YEAR, true, List.of("年度", "计划年度", "Year")));
		measures.forEach((measure) -> columns.add(new Column(measure, false, LABELS.getOrDefault(measure, List.of()))));
		columns.add(new Column(MEASURE, false, List.of("指标", "Measure")));
		columns.add(new Column(TARGET, false, List.of("目标", "目标值", "Target")));
		return columns;
	}

	/** Returns whether targets of that measure are counted, not weighed in money. */
	static boolean isWhole(String measure) {
		return measure.equals("patents");
	}

}
