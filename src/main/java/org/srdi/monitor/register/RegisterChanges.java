package org.srdi.monitor.register;

import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the imports that changed something. */
public final class RegisterChanges {

	private final JdbcClient jdbc;

	public RegisterChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns a text that changes with every import that changed the register or the
	 * yearly plans: {@code plans-2.register-5}.
	 */
	public String fingerprint() {
		return this.jdbc.sql("SELECT part, revision FROM register_change ORDER BY part")
			.query((row, number) -> Part.valueOf(row.getString("part")).label + "-" + row.getLong("revision"))
			.list()
			.stream()
			.collect(Collectors.joining("."));
	}

	/** Lets one transaction at a time change that part. */
	void lock(Part part) {
		this.jdbc.sql("SELECT revision FROM register_change WHERE part = :part FOR UPDATE")
			.param("part", part.name())
			.query(Long.class)
			.single();
	}

	void count(Part part) {
		this.jdbc.sql("UPDATE register_change SET revision = revision + 1 WHERE part = :part")
			.param("part", part.name())
			.update();
	}

	/** What is changed by itself. */
	enum Part {

		PLANS("plans"), REGISTER("register");

		private final String label;

		Part(String label) {
			this.label = label;
		}

	}

}
