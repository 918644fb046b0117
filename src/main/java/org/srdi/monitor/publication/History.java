package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Averaged;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;
import org.srdi.monitor.definition.IndicatorDefinition.Scaling;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sums up accepted reports of other months and of last year as the enterprises report it
 * now (可比口径). Column names come from the form, never from outside.
 */
final class History {

	private static final String ACCEPTED = """
			FROM monthly_report r
			JOIN roster o ON o.period = r.period AND o.enterprise_id = r.enterprise_id
			WHERE r.period = :period
			""";

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final int SCALE = 8;

	private final JdbcClient jdbc;

	private final Form form;

	History(JdbcClient jdbc, Form form) {
		this.jdbc = jdbc;
		this.form = form;
	}

	/** Returns the months of the year up to the period, as far as there are reports. */
	List<Point> months(FieldCode field, ReportingPeriod period) {
		String month = column(field, Span.M);
		String lastYear = column(field, Span.M_LY);
		String total = column(field, Span.YTD);
		String base = column(field, Span.YTD_LY);
		return this.jdbc.sql("""
				SELECT r.period, SUM(%1$s) AS month_total, SUM(%2$s) AS month_last_year,
					SUM(CASE WHEN %4$s IS NOT NULL THEN %3$s END) AS year_total,
					SUM(CASE WHEN %3$s IS NOT NULL THEN %4$s END) AS year_base
				FROM monthly_report r
				WHERE r.period BETWEEN :first AND :last
				GROUP BY r.period
				ORDER BY r.period
				""".formatted(month, lastYear, total, base))
			.param("first", period.startOfYear().toString())
			.param("last", period.toString())
			.query((row, number) -> new Point(ReportingPeriod.parse(row.getString("period")),
					row.getBigDecimal("month_total"), row.getBigDecimal("month_last_year"),
					growth(row.getBigDecimal("year_total"), row.getBigDecimal("year_base"))))
			.list();
	}

	private String column(FieldCode field, Span span) {
		FigureKey key = new FigureKey(field, span);
		return this.form.has(key) ? "r." + key.column() : "NULL";
	}

	private static @Nullable BigDecimal growth(@Nullable BigDecimal total, @Nullable BigDecimal base) {
		if (total == null || base == null || base.signum() <= 0) {
			return null;
		}
		return total.subtract(base).multiply(HUNDRED).divide(base, SCALE, RoundingMode.HALF_UP);
	}

	/**
	 * Returns the value a ratio or share of firms had in the same period last year,
	 * unrounded, over the enterprises that report last year's figures now; null where the
	 * form does not ask for them or an average would need the year before.
	 */
	@Nullable BigDecimal lastYear(IndicatorDefinition indicator, ReportingPeriod period) {
		if (indicator.averaged() != Averaged.NONE || !asked(indicator)) {
			return null;
		}
		return switch (indicator.kind()) {
			case RATIO -> ratio(indicator, period);
			case NEGATIVE_SHARE -> negativeShare(indicator, period);
			default -> null;
		};
	}

	private boolean asked(IndicatorDefinition indicator) {
		return figures(indicator)
			.allMatch((key) -> !key.span().isLastYear() && this.form.has(key.over(key.span().lastYear())));
	}

	private static Stream<FigureKey> figures(IndicatorDefinition indicator) {
		return Stream.concat(indicator.numerator().stream(), indicator.denominator().stream());
	}

	private @Nullable BigDecimal ratio(IndicatorDefinition indicator, ReportingPeriod period) {
		Quotient quotient = quotient("SUM(" + sum(indicator.numerator()) + ")",
				"SUM(" + sum(indicator.denominator()) + ")", indicator, period);
		BigDecimal plain = quotient.value(indicator.factor());
		BigDecimal months = BigDecimal.valueOf(period.months());
		BigDecimal year = BigDecimal.valueOf(12);
		if (plain == null || indicator.scaling() == Scaling.NONE) {
			return plain;
		}
		return (indicator.scaling() == Scaling.ANNUALISED)
				? plain.multiply(year).divide(months, SCALE, RoundingMode.HALF_UP)
				: plain.multiply(months).divide(year, SCALE, RoundingMode.HALF_UP);
	}

	private @Nullable BigDecimal negativeShare(IndicatorDefinition indicator, ReportingPeriod period) {
		return quotient("COUNT(CASE WHEN " + sum(indicator.numerator()) + " < 0 THEN 1 END)", "COUNT(*)", indicator,
				period)
			.value(HUNDRED);
	}

	private Quotient quotient(String numerator, String denominator, IndicatorDefinition indicator,
			ReportingPeriod period) {
		String complete = figures(indicator).map((key) -> " AND " + lastYear(key) + " IS NOT NULL")
			.distinct()
			.collect(Collectors.joining());
		return this.jdbc
			.sql("SELECT " + numerator + " AS numerator, " + denominator + " AS denominator " + ACCEPTED + complete)
			.param("period", period.toString())
			.query((row, number) -> new Quotient(row.getBigDecimal("numerator"), row.getBigDecimal("denominator")))
			.single();
	}

	private static String sum(List<FigureKey> figures) {
		return figures.stream().map(History::lastYear).collect(Collectors.joining(" + "));
	}

	private static String lastYear(FigureKey figure) {
		return "r." + figure.over(figure.span().lastYear()).column();
	}

	/**
	 * A month of the year.
	 *
	 * @param period the month
	 * @param month the sum of the month; null if nobody reported it
	 * @param lastYear the sum of the same month last year, as reported now
	 * @param growth the growth of the cumulative sum in %, unrounded; null without base
	 */
	record Point(ReportingPeriod period, @Nullable BigDecimal month, @Nullable BigDecimal lastYear,
			@Nullable BigDecimal growth) {

	}

	private record Quotient(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

		@Nullable BigDecimal value(BigDecimal factor) {
			if (this.numerator == null || this.denominator == null || this.denominator.signum() <= 0) {
				return null;
			}
			return this.numerator.multiply(factor).divide(this.denominator, SCALE, RoundingMode.HALF_UP);
		}

	}

}
