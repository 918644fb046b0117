package org.srdi.monitor.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.register.RegisterRow.NamePlace;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Reads and writes the register in sets, for the import. */
final class RegisterStore {

	private static final String SELECT = """
			SELECT id, credit_code, name, city_code, county_code, industry_code, above_scale, note
			FROM enterprise
			""";

	private static final String INSERT = """
			INSERT INTO enterprise (credit_code, name, city_code, county_code, industry_code, above_scale, note)
			VALUES (:code, :name, :city, :county, :industry, :aboveScale, :note)
			""";

	private static final String UPDATE = """
			UPDATE enterprise SET credit_code = :code, name = :name, city_code = :city, county_code = :county,
			  industry_code = :industry, above_scale = :aboveScale, note = :note
			WHERE id = :id
			""";

	private static final String PUT_TITLE = """
			INSERT INTO title (enterprise_id, tier, batch, granted_on, valid_from, valid_to, status)
			VALUES (:id, :tier, :batch, :granted, :from, :to, :status)
			ON DUPLICATE KEY UPDATE granted_on = VALUES(granted_on), valid_from = VALUES(valid_from),
			  valid_to = VALUES(valid_to), status = VALUES(status)
			""";

	private static final String PUT_MEMBERSHIP = """
			INSERT INTO membership (enterprise_id, valid_from, valid_to, duty, reason)
			VALUES (:id, :from, :to, :duty, :reason)
			ON DUPLICATE KEY UPDATE valid_to = VALUES(valid_to), duty = VALUES(duty), reason = VALUES(reason)
			""";

	private final NamedParameterJdbcOperations jdbc;

	private final JdbcClient client;

	private final Titles titles;

	RegisterStore(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
		this.client = JdbcClient.create(jdbc);
		this.titles = new Titles(this.client);
	}

	Map<CreditCode, Facts> findByCode(Collection<CreditCode> codes) {
		Map<CreditCode, Facts> found = new HashMap<>();
		for (List<CreditCode> chunk : Batches.of(codes)) {
			List<String> values = chunk.stream().map(CreditCode::value).toList();
			for (Facts facts : select("WHERE credit_code IN (:values)", values)) {
				CreditCode code = facts.enterprise().creditCode();
				if (code != null) {
					found.put(code, facts);
				}
			}
		}
		return found;
	}

	Map<NamePlace, List<Facts>> findByName(Collection<String> names) {
		Map<NamePlace, List<Facts>> found = new HashMap<>();
		for (List<String> chunk : Batches.of(names)) {
			for (Facts facts : select("WHERE name IN (:values) ORDER BY id", chunk)) {
				found.computeIfAbsent(facts.namePlace(), (key) -> new ArrayList<>(1)).add(facts);
			}
		}
		return found;
	}

	private List<Facts> select(String where, List<String> values) {
		return this.client.sql(SELECT + where).param("values", values).query(RegisterStore::facts).list();
	}

	private static Facts facts(ResultSet row, int number) throws SQLException {
		return new Facts(Enterprises.enterprise(row, number), row.getString("note"));
	}

	/** Adds enterprises and returns their numbers in the same order. */
	List<Long> insert(List<Facts> additions) {
		if (additions.isEmpty()) {
			return List.of();
		}
		GeneratedKeyHolder keys = new GeneratedKeyHolder();
		this.jdbc.batchUpdate(INSERT, sources(additions, RegisterStore::source), keys, new String[] { "id" });
		return keys.getKeyList().stream().map((key) -> ((Number) key.values().iterator().next()).longValue()).toList();
	}

	void update(List<Facts> changes) {
		write(UPDATE, changes, RegisterStore::source);
	}

	Map<Long, List<Title>> titles(Collection<Long> ids) {
		return this.titles.of(ids);
	}

	void putTitles(List<Owned<Title>> titles) {
		write(PUT_TITLE, titles, (owned) -> source(owned.id(), owned.value()));
	}

	Map<Long, List<Membership>> memberships(Collection<Long> ids) {
		Map<Long, List<Membership>> memberships = new HashMap<>();
		for (List<Long> chunk : Batches.of(ids)) {
			this.client.sql("""
					SELECT enterprise_id, valid_from, valid_to, duty, reason FROM membership
					WHERE enterprise_id IN (:ids)
					""").param("ids", chunk).query((row) -> {
				memberships.computeIfAbsent(row.getLong("enterprise_id"), (id) -> new ArrayList<>(1))
					.add(membership(row));
			});
		}
		return memberships;
	}

	private static Membership membership(ResultSet row) throws SQLException {
		return new Membership(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
				Duty.valueOf(row.getString("duty")), row.getString("reason"));
	}

	void putMemberships(List<Owned<Membership>> memberships) {
		write(PUT_MEMBERSHIP, memberships, (owned) -> source(owned.id(), owned.value()));
	}

	private <T> void write(String sql, List<T> values, Function<T, SqlParameterSource> source) {
		if (!values.isEmpty()) {
			this.jdbc.batchUpdate(sql, sources(values, source));
		}
	}

	private static <T> SqlParameterSource[] sources(List<T> values, Function<T, SqlParameterSource> source) {
		return values.stream().map(source).toArray(SqlParameterSource[]::new);
	}

	private static SqlParameterSource source(Facts facts) {
		Enterprise enterprise = facts.enterprise();
		CreditCode code = enterprise.creditCode();
		RegionCode county = enterprise.county();
		return new MapSqlParameterSource("id", enterprise.id()).addValue("code", (code != null) ? code.value() : null)
			.addValue("name", enterprise.name())
			.addValue("city", enterprise.city().value())
			.addValue("county", (county != null) ? county.value() : null)
			.addValue("industry", enterprise.industryCode())
			.addValue("aboveScale", enterprise.aboveScale())
			.addValue("note", facts.note());
	}

	private static SqlParameterSource source(long id, Title title) {
		return new MapSqlParameterSource("id", id).addValue("tier", title.tier().name())
			.addValue("batch", title.batch())
			.addValue("granted", title.grantedOn())
			.addValue("from", title.validFrom())
			.addValue("to", title.validTo())
			.addValue("status", title.status().name());
	}

	private static SqlParameterSource source(long id, Membership membership) {
		return new MapSqlParameterSource("id", id).addValue("from", membership.from())
			.addValue("to", membership.to())
			.addValue("duty", membership.duty().name())
			.addValue("reason", membership.reason());
	}

	/**
	 * An enterprise with its note.
	 *
	 * @param enterprise with the number 0 as long as it is not stored
	 * @param note null where there is none
	 */
	record Facts(Enterprise enterprise, @Nullable String note) {

		NamePlace namePlace() {
			return new NamePlace(this.enterprise.name(), this.enterprise.city());
		}

	}

	record Owned<T>(long id, T value) {

	}

}
