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
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The enterprises of the register. */
public final class Enterprises {

	private static final int PAGE = 1000;

	private static final String SELECT = """
			SELECT id, credit_code, name, city_code, county_code, industry_code, above_scale
			FROM enterprise
			""";

	private final JdbcClient jdbc;

	public Enterprises(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the enterprise of that code, empty if the register does not know it. */
	public Optional<Enterprise> find(CreditCode code) {
		return this.jdbc.sql(SELECT + "WHERE credit_code = :code")
			.param("code", code.value())
			.query(Enterprises::enterprise)
			.optional();
	}

	/** Returns the enterprise of that number, empty if there is none. */
	public Optional<Enterprise> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Enterprises::enterprise).optional();
	}

	/** Returns the enterprises of those codes; codes the register lacks are absent. */
	public Map<CreditCode, Enterprise> find(Collection<CreditCode> codes) {
		Map<CreditCode, Enterprise> found = new HashMap<>();
		for (List<CreditCode> chunk : Batches.of(codes)) {
			for (Enterprise enterprise : find(chunk)) {
				found.put(codeOf(enterprise), enterprise);
			}
		}
		return found;
	}

	private List<Enterprise> find(List<CreditCode> chunk) {
		return this.jdbc.sql(SELECT + "WHERE credit_code IN (:codes)")
			.param("codes", chunk.stream().map(CreditCode::value).toList())
			.query(Enterprises::enterprise)
			.list();
	}

	/**
	 * Returns the enterprise of that name, whatever width its brackets have; empty if
	 * there is none or more than one.
	 */
	public Optional<Enterprise> findByName(String name) {
		List<Enterprise> found = this.jdbc.sql(SELECT + "WHERE name = :name ORDER BY id LIMIT 2")
			.param("name", Enterprise.canonicalName(name))
			.query(Enterprises::enterprise)
			.list();
		return (found.size() == 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

	/** Returns how many enterprises there are, watched or not. */
	public long count() {
		return this.jdbc.sql("SELECT COUNT(*) FROM enterprise").query(Long.class).single();
	}

	/** Returns whether nothing was ever imported. */
	public boolean isEmpty() {
		return this.jdbc.sql("SELECT id FROM enterprise LIMIT 1").query(Long.class).optional().isEmpty();
	}

	/**
	 * Hands out all enterprises page by page: by credit code, then those without one by
	 * name.
	 */
	public void forEach(Consumer<Enterprise> consumer) {
		forEachCoded(consumer);
		forEachUncoded(consumer);
	}

	private void forEachCoded(Consumer<Enterprise> consumer) {
		String last = "";
		List<Enterprise> page;
		do {
			page = this.jdbc.sql(SELECT + "WHERE credit_code > :last ORDER BY credit_code LIMIT " + PAGE)
				.param("last", last)
				.query(Enterprises::enterprise)
				.list();
			page.forEach(consumer);
			last = page.isEmpty() ? last : codeOf(page.get(page.size() - 1)).value();
		}
		while (page.size() == PAGE);
	}

	private void forEachUncoded(Consumer<Enterprise> consumer) {
		String name = "";
		long id = 0;
		List<Enterprise> page;
		do {
			page = this.jdbc.sql(SELECT + """
					WHERE credit_code IS NULL AND (name > :name OR (name = :name AND id > :id))
					ORDER BY name, id LIMIT""" + " " + PAGE)
				.param("name", name)
				.param("id", id)
				.query(Enterprises::enterprise)
				.list();
			page.forEach(consumer);
			name = page.isEmpty() ? name : page.get(page.size() - 1).name();
			id = page.isEmpty() ? id : page.get(page.size() - 1).id();
		}
		while (page.size() == PAGE);
	}

	static Enterprise enterprise(ResultSet row, int number) throws SQLException {
		return new Enterprise(row.getLong("id"), creditCode(row.getString("credit_code")), row.getString("name"),
				new RegionCode(row.getString("city_code")), ReferenceLists.regionCode(row.getString("county_code")),
				row.getString("industry_code"), row.getObject("above_scale", Boolean.class));
	}

	private static @Nullable CreditCode creditCode(@Nullable String code) {
		return (code != null) ? new CreditCode(code) : null;
	}

	private static CreditCode codeOf(Enterprise enterprise) {
		CreditCode code = enterprise.creditCode();
		if (code == null) {
			throw new IllegalStateException("Enterprise " + enterprise.id() + " was found by a code it lacks");
		}
		return code;
	}

}
