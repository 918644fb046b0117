package org.srdi.monitor.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.database.DatabaseStatus;
import org.srdi.monitor.deadline.Timeliness;
import org.srdi.monitor.publication.Headline;
import org.srdi.monitor.submission.Tally;

/**
 * The figures of a month that commands print as JSON.
 *
 * @param headline the headline of the month
 * @param tally what came in
 */
record MonthFigures(Headline headline, Tally tally) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Returns the figures as a JSON object; rates are in % with two decimals. */
	String json() {
		return JSON.writeValueAsString(figures());
	}

	/**
	 * Returns the figures, the rates of reporting and the database they come from as a
	 * JSON object.
	 */
	String json(DatabaseStatus database, Timeliness.Rates rates) {
		Map<String, @Nullable Object> figures = figures();
		figures.put("expectedReports", rates.expectedReports());
		figures.put("actualReports", rates.actualReports());
		figures.put("reportingRate", rates.reportingRate());
		figures.put("actualReportsOnTime", rates.actualReportsOnTime());
		figures.put("reportingRateOnTime", rates.reportingRateOnTime());
		figures.put("database", database);
		return JSON.writeValueAsString(figures);
	}

	private Map<String, @Nullable Object> figures() {
		Map<String, @Nullable Object> figures = new LinkedHashMap<>();
		figures.put("period", this.headline.period().toString());
		figures.put("filesIn", this.tally.filesIn());
		figures.put("accepted", this.tally.accepted());
		figures.put("held", this.tally.held());
		figures.put("returned", this.tally.returned());
		figures.put("duplicate", this.tally.duplicate());
		figures.put("unreadable", this.tally.unreadable());
		figures.put("due", this.headline.due());
		figures.put("missing", this.headline.missing());
		figures.put("coverageByCount", rounded(this.headline.coverageByCount()));
		figures.put("coverageByRevenue", rounded(this.headline.coverageByRevenue()));
		return figures;
	}

	private static @Nullable BigDecimal rounded(@Nullable BigDecimal rate) {
		return (rate != null) ? rate.setScale(2, RoundingMode.HALF_UP) : null;
	}

	/**
	 * Returns an amount as people read it, to two decimals; a dash where there is none.
	 */
	static String amount(@Nullable BigDecimal amount) {
		return (amount != null) ? new DecimalFormat("#,##0.00").format(amount.setScale(2, RoundingMode.HALF_UP)) : "—";
	}

	/** Returns a rate as people read it, to one decimal; a dash where there is none. */
	static String percent(@Nullable BigDecimal rate) {
		return (rate != null) ? rate.setScale(1, RoundingMode.HALF_UP).toPlainString() + "%" : "—";
	}

}
