package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;

/** Drafts to write and read back. */
final class Drafts {

	static final Definitions DEFINITIONS = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly");

	static final Form FORM = DEFINITIONS.form();

	static final String CODE = "91420100MA00003490";

	private Drafts() {
	}

	/**
	 * Returns a draft whose every figure differs: 1000.01, 1001.01, … by the order of the
	 * form.
	 */
	static ReportDraft filled() {
		Map<FieldCode, String> entries = new LinkedHashMap<>();
		entries.put(FieldCode.of("credit_code"), CODE);
		entries.put(FieldCode.of("enterprise_name"), "示例企业 武汉001");
		entries.put(FieldCode.of("period"), "2026-10");
		entries.put(FieldCode.of("operating_status"), "NORMAL");
		entries.put(FieldCode.of("q_business_climate"), "GOOD");
		entries.put(FieldCode.of("q_difficulties"), "用工短缺");
		entries.put(FieldCode.of("remark"), "订单增加");
		Map<FigureKey, BigDecimal> amounts = new LinkedHashMap<>();
		int number = 1000;
		for (FigureKey key : FORM.figureKeys()) {
			int decimals = FORM.field(key.field()).orElseThrow().type().decimals();
			amounts.put(key, BigDecimal.valueOf(number).add(BigDecimal.valueOf(decimals, 2)));
			number++;
		}
		return new ReportDraft(entries, amounts, Map.of(),
				List.of(Map.of("product_name", "轴承", "unit", "套", "output_m", "1200.5")));
	}

}
