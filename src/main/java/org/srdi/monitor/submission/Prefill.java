package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.register.Enterprise;

/**
 * What a template says already when the enterprise receives it.
 *
 * @param creditCode whose it is
 * @param draft the identity, and last year's figures from last year's report
 * @param lastMonth what to compare with: the figures of the month before
 */
record Prefill(String creditCode, ReportDraft draft, Map<FigureKey, BigDecimal> lastMonth) {

	/**
	 * Returns what is known of an enterprise.
	 * @param yearAgo the accepted figures of the same month last year
	 * @param lastMonth the accepted figures of the month before
	 */
	static Prefill of(Form form, Enterprise firm, ReportingPeriod period, Map<FigureKey, BigDecimal> yearAgo,
			Map<FigureKey, BigDecimal> lastMonth) {
		ReportDraft draft = new ReportDraft(identity(firm, period), lastYear(form, yearAgo), Map.of(), List.of());
		return new Prefill(String.valueOf(firm.creditCode()), draft, carried(lastMonth, period));
	}

	private static Map<FieldCode, String> identity(Enterprise firm, ReportingPeriod period) {
		Map<FieldCode, String> entries = new LinkedHashMap<>();
		entries.put(FieldCode.of("credit_code"), String.valueOf(firm.creditCode()));
		entries.put(FieldCode.of("enterprise_name"), firm.name());
		entries.put(FieldCode.of("region_code"), ((firm.county() != null) ? firm.county() : firm.city()).value());
		if (firm.industryCode() != null) {
			entries.put(FieldCode.of("industry_code"), firm.industryCode());
		}
		if (firm.aboveScale() != null) {
			entries.put(FieldCode.of("is_above_scale"), firm.aboveScale() ? "是" : "否");
		}
		entries.put(FieldCode.of("period"), period.toString());
		return entries;
	}

	/** What was reported a year ago stands in the columns of last year. */
	private static Map<FigureKey, BigDecimal> lastYear(Form form, Map<FigureKey, BigDecimal> yearAgo) {
		Map<FigureKey, BigDecimal> amounts = new HashMap<>();
		yearAgo.forEach((key, amount) -> {
			FigureKey then = key.span().isLastYear() ? null : key.over(key.span().lastYear());
			if (then != null && form.has(then)) {
				amounts.put(then, amount);
			}
		});
		return amounts;
	}

	/** Cumulative figures begin anew with the year, stocks go on. */
	private static Map<FigureKey, BigDecimal> carried(Map<FigureKey, BigDecimal> lastMonth, ReportingPeriod period) {
		if (period.previous().year() == period.year()) {
			return lastMonth;
		}
		Map<FigureKey, BigDecimal> stocks = new HashMap<>(lastMonth);
		stocks.keySet().removeIf((key) -> key.span() == Span.YTD);
		return stocks;
	}

}
