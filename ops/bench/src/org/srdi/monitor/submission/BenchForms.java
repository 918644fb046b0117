package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.FieldType;

/** Fills templates in as enterprises do, with invented figures (示例数据). */
public final class BenchForms {

	private static final ReportingPeriod PERIOD = ReportingPeriod.of(2026, 10);

	private final Definitions definitions = DefinitionLoader.loadUsual(null);

	private final TemplatePress press = new TemplatePress(this.definitions, PERIOD,
			Instant.parse("2026-10-28T16:00:00Z"), Locale.CHINA);

	private final Random random = new Random(20261028);

	/** Writes a template with every figure filled in. */
	public void write(Path file, int number) {
		String code = "91420100YP%08d".formatted(number);
		Map<FieldCode, String> entries = new LinkedHashMap<>();
		entries.put(FieldCode.of("credit_code"), code);
		entries.put(FieldCode.of("enterprise_name"), "示例企业（武汉）%05d".formatted(number));
		entries.put(FieldCode.of("region_code"), "420106");
		entries.put(FieldCode.of("industry_code"), "3829");
		entries.put(FieldCode.of("period"), PERIOD.toString());
		entries.put(FieldCode.of("operating_status"), "NORMAL");
		entries.put(FieldCode.of("is_above_scale"), "是");
		entries.put(FieldCode.of("filler"), "示例填表人");
		entries.put(FieldCode.of("q_business_climate"), "GOOD");
		entries.put(FieldCode.of("remark"), "示例数据，非真实经营数据");
		this.press.write(file, new Prefill(code, new ReportDraft(entries, figures(), Map.of(), products()), figures()));
	}

	private Map<FigureKey, BigDecimal> figures() {
		Map<FigureKey, BigDecimal> figures = new HashMap<>();
		this.definitions.form().figures().forEach((field) -> field.figureKeys().forEach((key) -> {
			int scale = Math.max(0, field.type().decimals());
			int most = (field.type() == FieldType.RATE) ? 1000 : 10_000_000;
			figures.put(key, BigDecimal.valueOf(this.random.nextInt(most), scale));
		}));
		return figures;
	}

	private List<Map<String, String>> products() {
		List<Map<String, String>> products = new ArrayList<>();
		for (int i = 1; i <= 3; i++) {
			products.add(Map.of("product_name", "示例产品" + i, "unit", "套", "output_m",
					String.valueOf(this.random.nextInt(10_000)), "output_ytd",
					String.valueOf(this.random.nextInt(100_000))));
		}
		return products;
	}

}
