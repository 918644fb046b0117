package org.srdi.monitor.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Industry;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The regions and industries the register refers to, as stored. */
public final class ReferenceLists {

	private static final String UPSERT_REGION = """
			INSERT INTO region (code, parent_code, level, name, name_en)
			VALUES (:code, :parent, :level, :name, :nameEn)
			ON DUPLICATE KEY UPDATE parent_code = VALUES(parent_code), level = VALUES(level), name = VALUES(name),
			  name_en = VALUES(name_en)
			""";

	private static final String UPSERT_INDUSTRY = """
			INSERT INTO industry (code, section_code, name, name_en)
			VALUES (:code, :section, :name, :nameEn)
			ON DUPLICATE KEY UPDATE section_code = VALUES(section_code), name = VALUES(name),
			  name_en = VALUES(name_en)
			""";

	private final NamedParameterJdbcOperations jdbc;

	public ReferenceLists(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Brings the stored lists up to the given ones. What is missing in these stays, for
	 * enterprises may refer to it; what is there already is only read.
	 */
	public void sync(List<Region> regions, List<Industry> industries) {
		Set<Region> knownRegions = Set.copyOf(regions().values());
		Set<Industry> knownIndustries = Set.copyOf(industries().values());
		this.jdbc.batchUpdate(UPSERT_REGION,
				regions.stream()
					.filter((region) -> !knownRegions.contains(region))
					.map(ReferenceLists::parameters)
					.toArray(SqlParameterSource[]::new));
		this.jdbc.batchUpdate(UPSERT_INDUSTRY,
				industries.stream()
					.filter((industry) -> !knownIndustries.contains(industry))
					.map(ReferenceLists::parameters)
					.toArray(SqlParameterSource[]::new));
	}

	/** Returns all regions in the order of their codes. */
	public Map<RegionCode, Region> regions() {
		Map<RegionCode, Region> regions = new LinkedHashMap<>();
		this.jdbc
			.query("SELECT code, parent_code, level, name, name_en FROM region ORDER BY code", ReferenceLists::region)
			.forEach((region) -> regions.put(region.code(), region));
		return regions;
	}

	/** Returns all sections and divisions in the order of their codes. */
	public Map<String, Industry> industries() {
		Map<String, Industry> industries = new LinkedHashMap<>();
		this.jdbc
			.query("SELECT code, section_code, name, name_en FROM industry ORDER BY code", ReferenceLists::industry)
			.forEach((industry) -> industries.put(industry.code(), industry));
		return industries;
	}

	static Region region(ResultSet row, int number) throws SQLException {
		return new Region(new RegionCode(row.getString("code")), regionCode(row.getString("parent_code")),
				Region.Level.valueOf(row.getString("level")), row.getString("name"), row.getString("name_en"));
	}

	static @Nullable RegionCode regionCode(@Nullable String code) {
		return (code != null) ? new RegionCode(code) : null;
	}

	private static Industry industry(ResultSet row, int number) throws SQLException {
		return new Industry(row.getString("code"), row.getString("section_code"), row.getString("name"),
				row.getString("name_en"));
	}

	private static SqlParameterSource parameters(Region region) {
		RegionCode parent = region.parent();
		return new MapSqlParameterSource("code", region.code().value())
			.addValue("parent", (parent != null) ? parent.value() : null)
			.addValue("level", region.level().name())
			.addValue("name", region.name())
			.addValue("nameEn", region.nameEn());
	}

	private static SqlParameterSource parameters(Industry industry) {
		return new MapSqlParameterSource("code", industry.code()).addValue("section", industry.section())
			.addValue("name", industry.name())
			.addValue("nameEn", industry.nameEn());
	}

}
