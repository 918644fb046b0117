package org.srdi.monitor.database;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables, and how far they are from those this program was made for. */
public final class Schema {

	private final Flyway flyway;

	private final Server server;

	Schema(Flyway flyway, Server server) {
		this.flyway = flyway;
		this.server = server;
	}

	/** Returns where it is and how far it has come. */
	public DatabaseStatus status() {
		return new DatabaseStatus(this.server.product() + " " + this.server.version(), this.server.address(),
				this.server.user(), version());
	}

	/** Returns the version of the last migration applied, {@code 0} if there is none. */
	public String version() {
		return version(this.flyway.info());
	}

	private static String version(MigrationInfoService known) {
		return Optional.ofNullable(known.current())
			.map(MigrationInfo::getVersion)
			.map(MigrationVersion::getVersion)
			.orElse("0");
	}

	/** Returns the migrations that are still to be applied, as file names. */
	public List<String> pending() {
		return pending(this.flyway.info());
	}

	private static List<String> pending(MigrationInfoService known) {
		return Arrays.stream(known.pending()).map(MigrationInfo::getScript).toList();
	}

	/**
	 * Applies what is pending.
	 * @return the migrations applied, as file names
	 * @throws DatabaseRefusedException if the schema is another program's, or a migration
	 * failed
	 */
	public List<String> migrate() {
		MigrationInfoService known = this.flyway.info(); // reads every script
		demandNoStranger(known);
		List<String> pending = pending(known);
		if (pending.isEmpty()) {
			return pending;
		}
		try {
			this.flyway.migrate();
		}
		catch (FlywayException ex) {
			throw new DatabaseRefusedException(ex, "schema.failed", this.server.address(), firstLine(ex));
		}
		return pending;
	}

	/**
	 * @throws DatabaseRefusedException unless the schema is exactly the one this program
	 * was made for
	 */
	void demandCurrent() {
		MigrationInfoService known = this.flyway.info();
		demandNoStranger(known);
		List<String> pending = pending(known);
		if (!pending.isEmpty()) {
			throw new DatabaseRefusedException("schema.older", this.server.address(), version(known),
					String.join(", ", pending));
		}
	}

	/**
	 * @throws DatabaseRefusedException if the content of another database was only half
	 * moved into this one
	 */
	void demandNoHalfMove(JdbcClient jdbc) {
		jdbc.sql("SELECT source FROM data_move WHERE started_at IS NOT NULL AND finished_at IS NULL")
			.query(String.class)
			.optional()
			.ifPresent((source) -> {
				throw new DatabaseRefusedException("move.unfinished", this.server.address(), source);
			});
	}

	/** Returns whether the schema is exactly the one this program was made for. */
	boolean isCurrent() {
		try {
			demandCurrent();
			return true;
		}
		catch (DatabaseRefusedException ex) {
			return false;
		}
	}

	/** A newer schema, a changed migration and one that broke off are refused by name. */
	private void demandNoStranger(MigrationInfoService known) {
		for (MigrationInfo migration : known.all()) {
			if (migration.getState().isFailed()) {
				throw new DatabaseRefusedException("schema.broken", this.server.address(), migration.getScript());
			}
			if (migration.getState().isApplied() && !migration.getState().isResolved()) {
				throw new DatabaseRefusedException("schema.newer", this.server.address(), version(known),
						migration.getScript());
			}
			if (!migration.isChecksumMatching()) {
				throw new DatabaseRefusedException("schema.changed", this.server.address(), migration.getScript());
			}
		}
	}

	private static String firstLine(FlywayException failure) {
		return String.valueOf(failure.getMessage())
			.strip()
			.lines()
			.filter((line) -> !line.isBlank())
			.findFirst()
			.orElse("");
	}

}
