package org.srdi.monitor.database;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Tells which database and which version of the schema the process talks to. */
final class SchemaHealthIndicator extends AbstractHealthIndicator {

	private final Schema schema;

	SchemaHealthIndicator(Schema schema) {
		super("The schema cannot be read");
		this.schema = schema;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		DatabaseStatus status = this.schema.status();
		health.status(this.schema.isCurrent() ? Status.UP : Status.OUT_OF_SERVICE)
			.withDetail("engine", status.engine())
			.withDetail("address", status.address())
			.withDetail("schemaVersion", status.schemaVersion());
	}

}
