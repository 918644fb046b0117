package org.srdi.monitor.indicator;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Averaged;
import org.srdi.monitor.definition.IndicatorDefinition.Count;

/**
 * The SQL aggregates of an indicator over the rows of {@link FiguresQuery}. Column names
 * come from {@link FigureKey#column()}, that is from field codes of the checked form
 * (lower-case letters, digits and underscores only), so they are safe to concatenate.
 *
 * @param numerator the aggregate above the line
 * @param denominator the aggregate below the line; null for none
 * @param firms how many enterprises have all figures
 */
record Terms(String numerator, @Nullable String denominator, String firms) {

	private static final String DUE = "r.duty = 'DUE'";

	private static final String DUE_AND_ACCEPTED = DUE + " AND report.enterprise_id IS NOT NULL";

	/** Returns the aggregates of an indicator that rests on the figures of reports. */
	static Terms of(IndicatorDefinition indicator) {
		String numerator = sum(indicator.numerator(), figure("report", indicator.averaged() == Averaged.NUMERATOR));
		return switch (indicator.kind()) {
			case COUNT -> counting(condition(indicator));
			case COVERAGE -> new Terms(count(DUE_AND_ACCEPTED), count(DUE), count(DUE));
			case SUM -> new Terms("SUM(" + numerator + ")", null, "COUNT(" + numerator + ")");
			case NEGATIVE_SHARE -> negative(numerator);
			case RATIO -> both(numerator,
					sum(indicator.denominator(), figure("report", indicator.averaged() == Averaged.DENOMINATOR)));
			case GROWTH -> both(numerator, sum(indicator.denominator(), figure("report", false)));
			case MATCHED_GROWTH -> both(numerator, sum(indicator.denominator(), figure("year_ago", false)));
		};
	}

	private static Terms counting(String condition) {
		return new Terms(count(condition), null, count(condition));
	}

	private static Terms negative(String figure) {
		return new Terms(count(figure + " < 0"), "COUNT(" + figure + ")", "COUNT(" + figure + ")");
	}

	/** Sums either side over the enterprises that have both: null is not zero. */
	private static Terms both(String one, String other) {
		return new Terms(sumWhere(other, one), sumWhere(one, other), "COUNT(" + one + " + " + other + ")");
	}

	private static String sumWhere(String present, String summand) {
		return "SUM(CASE WHEN " + present + " IS NOT NULL THEN " + summand + " END)";
	}

	private static String count(String condition) {
		return "SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END)";
	}

	private static String condition(IndicatorDefinition indicator) {
		Count count = indicator.count();
		if (count == null || count == Count.REVENUE) {
			throw new IllegalArgumentException("Indicator '" + indicator.code() + "' counts '" + count
					+ "': expected due, accepted, late or missing");
		}
		return switch (count) {
			case DUE -> DUE;
			case ACCEPTED -> DUE_AND_ACCEPTED;
			case LATE -> DUE_AND_ACCEPTED + " AND punctual.enterprise_id IS NULL";
			default -> DUE + " AND report.enterprise_id IS NULL";
		};
	}

	private static String sum(List<FigureKey> figures, Function<FigureKey, String> figure) {
		return figures.stream().map(figure).collect(Collectors.joining(" + ", "(", ")"));
	}

	private static Function<FigureKey, String> figure(String table, boolean averaged) {
		return (key) -> averaged ? average(key.column()) : table + "." + key.column();
	}

	/**
	 * (end of last year + now) / 2, or now alone where no December report is on file.
	 */
	private static String average(String column) {
		return "CASE WHEN december.%1$s IS NULL THEN report.%1$s ELSE (report.%1$s + december.%1$s) * 0.5 END"
			.formatted(column);
	}

}
