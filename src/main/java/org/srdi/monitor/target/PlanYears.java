package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.JobDefinition.Pace;
import org.srdi.monitor.target.PlanYear.Reported;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads the plans of enterprises and what their accepted reports say of them: two queries
 * for any number of enterprises. Beside the list of numbers stand its bounds, for H2 goes
 * through all rows of the period for a list alone.
 */
final class PlanYears {

	private static final String PLANS = """
			SELECT r.enterprise_id, r.duty, p.measure, p.target
			FROM roster r
			JOIN yearly_plan p ON p.enterprise_id = r.enterprise_id AND p.plan_year = :year
			WHERE r.period = :period AND r.enterprise_id BETWEEN :first AND :last AND r.enterprise_id IN (:ids)
			ORDER BY r.enterprise_id, p.measure
			""";

	/** The columns come from the keys of the checked form, so they are safe to name. */
	private static final String REPORTS = """
			SELECT enterprise_id, period, %s
			FROM monthly_report
			WHERE enterprise_id BETWEEN :first AND :last AND enterprise_id IN (:ids)
			  AND period >= :from AND period <= :period
			""";

	private final NamedParameterJdbcTemplate jdbc;

	private final Definitions definitions;

	PlanYears(NamedParameterJdbcTemplate jdbc, Definitions definitions) {
		this.jdbc = jdbc;
		this.definitions = definitions;
	}

	/** Returns the years under way of enterprises, by enterprise and measure. */
	List<PlanYear> of(ReportingPeriod period, Collection<Long> enterpriseIds) {
		Map<String, Object> parameters = Map.of("period", period.toString(), "year", period.year(), "from",
				period.startOfYear().yearBefore().toString(), "ids", enterpriseIds, "first",
				Collections.min(enterpriseIds), "last", Collections.max(enterpriseIds));
		Reports reports = reports(period, parameters);
		List<PlanYear> years = new ArrayList<>();
		RowCallbackHandler handler = (row) -> {
			PlanYear year = year(row, reports);
			if (year != null && ("DUE".equals(row.getString("duty")) || year.thisYear().containsKey(period.months()))) {
				years.add(year);
			}
		};
		this.jdbc.query(PLANS, parameters, handler);
		return years;
	}

	private @Nullable PlanYear year(ResultSet row, Reports reports) throws SQLException {
		String measure = row.getString("measure");
		for (Pace pace : paces()) {
			if (pace.measure().equals(measure)) {
				return reports.year(row.getLong("enterprise_id"), pace, row.getBigDecimal("target"));
			}
		}
		return null;
	}

	private Reports reports(ReportingPeriod period, Map<String, Object> parameters) {
		Reports reports = new Reports(period);
		if (paces().isEmpty()) {
			return reports;
		}
		RowCallbackHandler handler = (row) -> {
			long enterprise = row.getLong("enterprise_id");
			ReportingPeriod month = ReportingPeriod.parse(row.getString("period"));
			for (Pace pace : paces()) {
				reports.add(enterprise, pace, month, reported(row, pace));
			}
		};
		this.jdbc.query(REPORTS.formatted(columns()), parameters, handler);
		return reports;
	}

	private Reported reported(ResultSet row, Pace pace) throws SQLException {
		BigDecimal actual = row.getBigDecimal(pace.figure().column());
		return new Reported(actual, hasLastYear(pace) ? row.getBigDecimal(lastYear(pace).column()) : null);
	}

	private String columns() {
		TreeSet<String> columns = new TreeSet<>();
		for (Pace pace : paces()) {
			columns.add(pace.figure().column());
			if (hasLastYear(pace)) {
				columns.add(lastYear(pace).column());
			}
		}
		return String.join(", ", columns);
	}

	private List<Pace> paces() {
		return this.definitions.job().paces();
	}

	private boolean hasLastYear(Pace pace) {
		Form form = this.definitions.form();
		return !pace.figure().span().isLastYear() && form.has(lastYear(pace));
	}

	private static FigureKey lastYear(Pace pace) {
		return pace.figure().over(pace.figure().span().lastYear());
	}

	/** What the reports of two years say, by enterprise and measure. */
	private static final class Reports {

		private final int year;

		private final Map<Key, Map<Integer, BigDecimal>> lastYear = new HashMap<>();

		private final Map<Key, Map<Integer, Reported>> thisYear = new HashMap<>();

		Reports(ReportingPeriod period) {
			this.year = period.year();
		}

		void add(long enterprise, Pace pace, ReportingPeriod month, Reported reported) {
			Key key = new Key(enterprise, pace.measure());
			if (month.year() == this.year) {
				this.thisYear.computeIfAbsent(key, (any) -> new HashMap<>()).put(month.months(), reported);
			}
			else if (reported.actual() != null) {
				this.lastYear.computeIfAbsent(key, (any) -> new HashMap<>()).put(month.months(), reported.actual());
			}
		}

		PlanYear year(long enterprise, Pace pace, BigDecimal target) {
			Key key = new Key(enterprise, pace.measure());
			return new PlanYear(enterprise, pace, target, this.lastYear.getOrDefault(key, Map.of()),
					this.thisYear.getOrDefault(key, Map.of()));
		}

		private record Key(long enterprise, String measure) {

		}

	}

}
