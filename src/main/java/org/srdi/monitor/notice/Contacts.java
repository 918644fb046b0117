package org.srdi.monitor.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.RegionCode;

/** The people who are written to: staff by region and role, and one for an enterprise. */
public final class Contacts {

	private static final int CHUNK = 500;

	private static final String STAFF = """
			SELECT scope, name, email, locale FROM contact
			WHERE role = :role AND enterprise_id IS NULL AND removed_at IS NULL
			""";

	private static final String ORDER = " ORDER BY scope, name, email";

	private final JdbcClient jdbc;

	Contacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the staff of exactly that region in a role, by name. */
	public List<Recipient> of(Role role, RegionCode region) {
		return this.jdbc.sql(STAFF + "AND scope = :region" + ORDER)
			.param("role", role.name())
			.param("region", region.value())
			.query(Contacts::recipient)
			.list();
	}

	/** Returns all staff in a role by their regions, regions without any left out. */
	public Map<RegionCode, List<Recipient>> byRegion(Role role) {
		Map<RegionCode, List<Recipient>> staff = new LinkedHashMap<>();
		this.jdbc.sql(STAFF + ORDER)
			.param("role", role.name())
			.query((row, number) -> Map.entry(new RegionCode(row.getString("scope")), recipient(row, number)))
			.list()
			.forEach((entry) -> staff.computeIfAbsent(entry.getKey(), (code) -> new ArrayList<>())
				.add(entry.getValue()));
		return staff;
	}

	/**
	 * Returns who is reminded for these enterprises; those without a contact are absent.
	 */
	public Map<Long, Recipient> ofEnterprises(Collection<Long> ids) {
		Map<Long, Recipient> found = new HashMap<>();
		List<Long> all = List.copyOf(ids);
		for (int from = 0; from < all.size(); from += CHUNK) {
			this.jdbc.sql("""
					SELECT enterprise_id, name, email, locale FROM contact
					WHERE enterprise_id IN (:ids) AND role = 'REMINDER' AND removed_at IS NULL
					ORDER BY enterprise_id, name, email
					""")
				.param("ids", all.subList(from, Math.min(all.size(), from + CHUNK)))
				.query((row, number) -> Map.entry(row.getLong("enterprise_id"), recipient(row, number)))
				.list()
				.forEach((entry) -> found.putIfAbsent(entry.getKey(), entry.getValue()));
		}
		return found;
	}

	/**
	 * Returns who is written to, by role and place.
	 * @param role null for all roles
	 * @param scope a region or credit code; null for all
	 */
	public List<Contact> list(@Nullable Role role, @Nullable String scope) {
		return this.jdbc
			.sql("""
					SELECT c.role, c.scope, COALESCE(e.name, r.name) AS place, c.name, c.email, c.locale
					FROM contact c
					LEFT JOIN enterprise e ON e.id = c.enterprise_id
					LEFT JOIN region r ON r.code = c.scope AND c.enterprise_id IS NULL
					WHERE c.removed_at IS NULL""" + ((role != null) ? " AND c.role = :role" : "")
					+ ((scope != null) ? " AND c.scope = :scope" : "") + " ORDER BY c.role, c.scope, c.name, c.email")
			.param("role", (role != null) ? role.name() : "")
			.param("scope", (scope != null) ? scope : "")
			.query((row, number) -> new Contact(Role.valueOf(row.getString("role")), row.getString("scope"),
					row.getString("place"), recipient(row, number)))
			.list();
	}

	private static Recipient recipient(ResultSet row, int number) throws SQLException {
		return new Recipient(row.getString("name"), row.getString("email"),
				Locale.forLanguageTag(row.getString("locale")));
	}

}
