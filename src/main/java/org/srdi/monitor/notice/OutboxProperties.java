package org.srdi.monitor.notice;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the outbox keeps its files ({@code srdi.*}).
 *
 * @param dataDir the data directory: archive, inbox, embedded database, published
 * rollups, and in {@code outbox} what waits to be mailed
 */
@ConfigurationProperties("srdi")
record OutboxProperties(@DefaultValue("var") Path dataDir) {

	/** Returns the folder mails are written to where there is no server. */
	Path mails() {
		return this.dataDir.resolve("outbox").resolve("eml");
	}

	/** Returns the folder of the markers of what was sent. */
	Path sent() {
		return this.dataDir.resolve("outbox").resolve("sent");
	}

}
