package org.srdi.monitor.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RegionalTarget;
import org.srdi.monitor.register.Titles;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Measures, keeps and finds how the regions of the province stand against the targets of
 * the plans: the targets and baselines of {@code targets.csv} for the province and what
 * lies in it.
 */
public final class RegionalProgress {

	private static final Set<String> KINDS = Set.of("target", "baseline");

	private final NamedParameterJdbcTemplate jdbc;

	private final TransactionOperations transaction;

	private final Titles titles;

	private final Measures measures;

	private final Map<RegionCode, Region> regions;

	/** The targets by their row, in the order of the file. */
	private final Map<String, RegionalTarget> targets;

	private final RegionCode province;

	RegionalProgress(NamedParameterJdbcTemplate jdbc, TransactionOperations transaction, Titles titles,
			Definitions definitions) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.titles = titles;
		this.measures = new Measures(titles, definitions.job().stockNested());
		this.province = new RegionCode(definitions.job().province());
		this.regions = definitions.regions().stream().collect(Collectors.toMap(Region::code, Function.identity()));
		this.targets = new LinkedHashMap<>();
		for (RegionalTarget target : definitions.targets()) {
			if (KINDS.contains(target.kind()) && isInside(target.region())) {
				this.targets.put(target.rowId(), target);
			}
		}
	}

	/**
	 * Measures all targets as of the last day of a month, in place of what was measured
	 * before, in one transaction.
	 * @return how many targets there are
	 */
	public int update(ReportingPeriod period) {
		List<Progress> progress = this.targets.values()
			.stream()
			.map((target) -> new Progress(target, this.measures.actual(target, period.lastDay()), period.lastDay()))
			.toList();
		this.transaction.executeWithoutResult((status) -> replace(period, progress));
		return progress.size();
	}

	/** Returns how the regions stand in a month, in the order of the targets. */
	public List<ProgressRow> rows(ReportingPeriod period) {
		Map<String, ProgressRow> rows = new HashMap<>();
		RowCallbackHandler handler = (row) -> {
			RegionalTarget target = this.targets.get(row.getString("target_row"));
			if (target != null) { // else removed from targets.csv since
				rows.put(target.rowId(), row(target, row));
			}
		};
		this.jdbc.query("""
				SELECT target_row, actual, completion, time_progress
				FROM regional_progress
				WHERE period = :period
				""", Map.of("period", period.toString()), handler);
		return this.targets.keySet().stream().flatMap((row) -> Stream.ofNullable(rows.get(row))).toList();
	}

	/**
	 * Returns the cities of the province without a holder of the title of national little
	 * giant on the last day of a month (空白地区), by code.
	 */
	public List<Region> blankRegions(ReportingPeriod period) {
		return this.titles.blankRegions(this.province, Tier.NATIONAL_LITTLE_GIANT, period.lastDay(), false);
	}

	private boolean isInside(RegionCode code) {
		for (Region region = this.regions.get(code); region != null; region = above(region)) {
			if (region.code().equals(this.province)) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Region above(Region region) {
		return (region.parent() != null) ? this.regions.get(region.parent()) : null;
	}

	private void replace(ReportingPeriod period, List<Progress> progress) {
		this.jdbc.update("DELETE FROM regional_progress WHERE period = :period", Map.of("period", period.toString()));
		this.jdbc.batchUpdate("""
				INSERT INTO regional_progress (period, target_row, actual, completion, time_progress)
				VALUES (:period, :row, :actual, :completion, :timeProgress)
				""", progress.stream().map((row) -> parameters(period, row)).toArray(SqlParameterSource[]::new));
	}

	private static MapSqlParameterSource parameters(ReportingPeriod period, Progress progress) {
		return new MapSqlParameterSource("period", period.toString()).addValue("row", progress.target().rowId())
			.addValue("actual", progress.actual())
			.addValue("completion", progress.completion())
			.addValue("timeProgress", progress.timeProgress());
	}

	private ProgressRow row(RegionalTarget target, ResultSet row) throws SQLException {
		return new ProgressRow(target, Objects.requireNonNull(this.regions.get(target.region())),
				row.getBigDecimal("actual"), row.getBigDecimal("completion"), row.getBigDecimal("time_progress"),
				this.measures.isNested(target));
	}

}
