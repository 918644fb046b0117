package org.srdi.monitor.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.jspecify.annotations.Nullable;

/**
 * How the schema is kept up to date ({@code srdi.schema.*}).
 *
 * @param migrate whether every start brings the tables up to date; otherwise a start only
 * looks, and {@code migrate} does it
 * @param owner the account {@code migrate} connects as; null for the usual one
 * @param ownerPassword its password; give it in the environment only
 */
@ConfigurationProperties("srdi.schema")
record SchemaProperties(@DefaultValue("true") boolean migrate, @Nullable String owner, @Nullable String ownerPassword) {

	/** Keeps the password to itself. */
	@Override
	public String toString() {
		return "migrate " + this.migrate + ", owner " + this.owner;
	}

}
