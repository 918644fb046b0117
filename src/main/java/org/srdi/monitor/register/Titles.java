package org.srdi.monitor.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The titles of the register and how many enterprises hold them. A title counts on the
 * days from its first to its last; one that expired or was superseded needs a last day,
 * one that was revoked never counts.
 */
public final class Titles {

	/** Demands that a title t counts on the day :day. */
	static final String COUNTS = """
			(t.status = 'VALID' OR (t.status IN ('EXPIRED', 'SUPERSEDED') AND t.valid_to IS NOT NULL))
			AND (COALESCE(t.valid_from, t.granted_on) IS NULL OR COALESCE(t.valid_from, t.granted_on) <= :day)
			AND (t.valid_to IS NULL OR t.valid_to >= :day)
			""";

	/** Gives enterprise_id and the standing of its highest title on the day :day. */
	static final String HIGHEST = """
			SELECT t.enterprise_id AS enterprise_id, MAX(CASE t.tier %s END) AS standing
			FROM title t
			WHERE %s
			GROUP BY t.enterprise_id
			""".formatted(standings(), COUNTS);

	private static final String HELD = "FROM title t JOIN enterprise e ON e.id = t.enterprise_id\n"
			+ "WHERE t.tier IN (:tiers) AND " + COUNTS;

	private static final String WITHIN = """
			AND (e.city_code = :region OR e.county_code = :region
			  OR e.city_code IN (SELECT r.code FROM region r WHERE r.parent_code = :region))
			""";

	private final JdbcClient jdbc;

	public Titles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts the enterprises holding a title on a day.
	 * @param region a province, city or county; null for all
	 * @param tier the tier
	 * @param on the day
	 * @param nested whether the tiers above count, too
	 */
	public int stock(@Nullable RegionCode region, Tier tier, LocalDate on, boolean nested) {
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("SELECT COUNT(DISTINCT t.enterprise_id) " + HELD + within(region))
			.param("tiers", tiers(tier, nested))
			.param("day", on);
		return inside(statement, region).query(Integer.class).single();
	}

	/** Counts the holders on a day by city; cities without any are absent. */
	public Map<RegionCode, Integer> stockByCity(Tier tier, LocalDate on, boolean nested) {
		Map<RegionCode, Integer> stock = new LinkedHashMap<>();
		this.jdbc
			.sql("SELECT e.city_code, COUNT(DISTINCT t.enterprise_id) AS firms " + HELD
					+ "GROUP BY e.city_code ORDER BY e.city_code")
			.param("tiers", tiers(tier, nested))
			.param("day", on)
			.query((row) -> {
				stock.put(new RegionCode(row.getString("city_code")), row.getInt("firms"));
			});
		return stock;
	}

	/** Counts the holders of exactly that tier on a day by batch. */
	public Map<String, Integer> stockByBatch(@Nullable RegionCode region, Tier tier, LocalDate on) {
		Map<String, Integer> stock = new LinkedHashMap<>();
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("SELECT t.batch, COUNT(DISTINCT t.enterprise_id) AS firms " + HELD + within(region)
					+ "GROUP BY t.batch ORDER BY t.batch")
			.param("tiers", tiers(tier, false))
			.param("day", on);
		inside(statement, region).query((row) -> {
			stock.put(row.getString("batch"), row.getInt("firms"));
		});
		return stock;
	}

	/**
	 * Counts the titles of a tier granted in a calendar year, by the day they were
	 * granted, whatever became of them.
	 */
	public int granted(@Nullable RegionCode region, Tier tier, int year) {
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("SELECT COUNT(*) FROM title t JOIN enterprise e ON e.id = t.enterprise_id\n"
					+ "WHERE t.tier = :tier AND t.granted_on BETWEEN :first AND :last " + within(region))
			.param("tier", tier.name())
			.param("first", LocalDate.of(year, 1, 1))
			.param("last", LocalDate.of(year, 12, 31));
		return inside(statement, region).query(Integer.class).single();
	}

	/** Returns the cities of a province without any holder on a day (空白地区). */
	public List<Region> blankRegions(RegionCode province, Tier tier, LocalDate on, boolean nested) {
		Collection<RegionCode> held = stockByCity(tier, on, nested).keySet();
		return this.jdbc.sql("""
				SELECT code, parent_code, level, name, name_en FROM region
				WHERE parent_code = :province AND level = 'CITY' ORDER BY code
				""")
			.param("province", province.value())
			.query(ReferenceLists::region)
			.list()
			.stream()
			.filter((city) -> !held.contains(city.code()))
			.toList();
	}

	/** Returns the highest tier an enterprise holds on a day, empty if it holds none. */
	public Optional<Tier> highest(long enterpriseId, LocalDate on) {
		return this.jdbc.sql("SELECT h.standing FROM (" + HIGHEST + ") h WHERE h.enterprise_id = :id")
			.param("day", on)
			.param("id", enterpriseId)
			.query(Integer.class)
			.optional()
			.map(Titles::tierOf);
	}

	/**
	 * Returns the titles of those enterprises by their numbers, whatever became of them.
	 */
	public Map<Long, List<Title>> of(Collection<Long> enterpriseIds) {
		Map<Long, List<Title>> titles = new HashMap<>();
		for (List<Long> chunk : Batches.of(enterpriseIds)) {
			this.jdbc.sql("""
					SELECT enterprise_id, tier, batch, granted_on, valid_from, valid_to, status FROM title
					WHERE enterprise_id IN (:ids) ORDER BY id
					""").param("ids", chunk).query((row) -> {
				titles.computeIfAbsent(row.getLong("enterprise_id"), (id) -> new ArrayList<>(2)).add(title(row));
			});
		}
		return titles;
	}

	/** Turns the standing of {@link #HIGHEST} back into the name of a tier. */
	static String tierNames() {
		return Arrays.stream(Tier.values())
			.map((tier) -> "WHEN %d THEN '%s'".formatted(tier.rank(), tier.name()))
			.collect(Collectors.joining(" "));
	}

	private static String standings() {
		return Arrays.stream(Tier.values())
			.map((tier) -> "WHEN '%s' THEN %d".formatted(tier.name(), tier.rank()))
			.collect(Collectors.joining(" "));
	}

	private static Tier tierOf(int rank) {
		return Arrays.stream(Tier.values()).filter((tier) -> tier.rank() == rank).findFirst().orElseThrow();
	}

	private static List<String> tiers(Tier tier, boolean nested) {
		return Arrays.stream(Tier.values())
			.filter((other) -> nested ? other.isAtLeast(tier) : other == tier)
			.map(Tier::name)
			.toList();
	}

	private static String within(@Nullable RegionCode region) {
		return (region != null) ? WITHIN : "";
	}

	private static JdbcClient.StatementSpec inside(JdbcClient.StatementSpec statement, @Nullable RegionCode region) {
		return (region != null) ? statement.param("region", region.value()) : statement;
	}

	private static Title title(ResultSet row) throws SQLException {
		return new Title(Tier.valueOf(row.getString("tier")), row.getString("batch"),
				row.getObject("granted_on", LocalDate.class), row.getObject("valid_from", LocalDate.class),
				row.getObject("valid_to", LocalDate.class), Title.Status.valueOf(row.getString("status")));
	}

}
