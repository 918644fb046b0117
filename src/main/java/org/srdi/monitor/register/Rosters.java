package org.srdi.monitor.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who was watched in a period and who owed a report, frozen when the period is first
 * worked off: later changes of the register do not rewrite it.
 */
public final class Rosters {

	private static final int PAGE = 1000;

	private static final String NOW = """
			SELECT CAST(:period AS CHAR(7)) AS period, e.id AS enterprise_id, m.duty, m.reason, e.city_code,
			  e.county_code, i.section_code, i.code AS division_code, CASE h.standing %s END AS tier
			FROM membership m
			JOIN enterprise e ON e.id = m.enterprise_id
			LEFT JOIN industry i ON i.code = SUBSTRING(e.industry_code, 1, 2)
			LEFT JOIN (
			%s) h ON h.enterprise_id = m.enterprise_id
			WHERE m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)
			""".formatted(Titles.tierNames(), Titles.HIGHEST);

	private static final String FREEZE = """
			INSERT INTO roster (period, enterprise_id, duty, reason, city_code, county_code, section_code, division_code,
			  tier)
			"""
			+ NOW;

	private static final String SELECT = """
			SELECT period, enterprise_id, duty, reason, city_code, county_code, section_code, division_code, tier
			FROM roster
			""";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final RegisterChanges changes;

	public Rosters(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.changes = new RegisterChanges(jdbc);
	}

	/**
	 * Writes down who is watched on the last day of a period, unless that was done
	 * before. A period nobody is watched in stays open.
	 * @return whether this call wrote it down
	 */
	public boolean freeze(ReportingPeriod period) {
		return Boolean.TRUE.equals(this.transactions.execute((transaction) -> {
			this.changes.lock(RegisterChanges.Part.REGISTER);
			return !isFrozen(period) && write(period) > 0;
		}));
	}

	private int write(ReportingPeriod period) {
		return this.jdbc.sql(FREEZE).params(parameters(period)).update();
	}

	/**
	 * Returns the roster of a period as a table to select from, with the columns of the
	 * table {@code roster}: before it was written down, what would be written down now.
	 * Statements that use it need the {@link #parameters}.
	 */
	public String table(ReportingPeriod period) {
		return isFrozen(period) ? "roster" : "(" + NOW + ")";
	}

	/** Returns the parameters of a {@link #table}: the period and its last day. */
	public static Map<String, Object> parameters(ReportingPeriod period) {
		return Map.of("period", period.toString(), "day", period.lastDay());
	}

	/** Returns whether the roster of a period was written down. */
	public boolean isFrozen(ReportingPeriod period) {
		return this.jdbc.sql("SELECT enterprise_id FROM roster WHERE period = :period LIMIT 1")
			.param("period", period.toString())
			.query(Long.class)
			.optional()
			.isPresent();
	}

	/**
	 * Counts the enterprises that owe the report of a period (应报); 0 before the freeze.
	 */
	public int due(ReportingPeriod period) {
		return this.jdbc.sql("SELECT COUNT(*) FROM roster WHERE period = :period AND duty = 'DUE'")
			.param("period", period.toString())
			.query(Integer.class)
			.single();
	}

	/** Returns the enterprise on the roster of a period, empty if it is not on it. */
	public Optional<Member> member(ReportingPeriod period, long enterpriseId) {
		return this.jdbc.sql(SELECT + "WHERE period = :period AND enterprise_id = :id")
			.param("period", period.toString())
			.param("id", enterpriseId)
			.query(Rosters::member)
			.optional();
	}

	/** Returns those of the enterprises that are on the roster of a period. */
	public Map<Long, Member> members(ReportingPeriod period, Collection<Long> enterpriseIds) {
		Map<Long, Member> members = new HashMap<>();
		for (List<Long> chunk : Batches.of(enterpriseIds)) {
			this.jdbc.sql(SELECT + "WHERE period = :period AND enterprise_id IN (:ids)")
				.param("period", period.toString())
				.param("ids", chunk)
				.query(Rosters::member)
				.list()
				.forEach((member) -> members.put(member.enterpriseId(), member));
		}
		return members;
	}

	/** Hands out the roster of a period page by page, in the order of the numbers. */
	public void forEach(ReportingPeriod period, Consumer<Member> consumer) {
		long last = 0;
		List<Member> page;
		do {
			page = this.jdbc
				.sql(SELECT + "WHERE period = :period AND enterprise_id > :last ORDER BY enterprise_id LIMIT " + PAGE)
				.param("period", period.toString())
				.param("last", last)
				.query(Rosters::member)
				.list();
			page.forEach(consumer);
			last = page.isEmpty() ? last : page.get(page.size() - 1).enterpriseId();
		}
		while (page.size() == PAGE);
	}

	private static Member member(ResultSet row, int number) throws SQLException {
		return new Member(ReportingPeriod.parse(row.getString("period")), row.getLong("enterprise_id"),
				Duty.valueOf(row.getString("duty")), row.getString("reason"),
				new RegionCode(row.getString("city_code")), ReferenceLists.regionCode(row.getString("county_code")),
				row.getString("section_code"), row.getString("division_code"), tier(row.getString("tier")));
	}

	private static @Nullable Tier tier(@Nullable String name) {
		return (name != null) ? Tier.valueOf(name) : null;
	}

}
