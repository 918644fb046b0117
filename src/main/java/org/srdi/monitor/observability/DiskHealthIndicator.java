package org.srdi.monitor.observability;

import java.io.IOException;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/** Tells whether the data directory takes more files. */
final class DiskHealthIndicator extends AbstractHealthIndicator {

	private final DataDirectory directory;

	private final DataSize least;

	DiskHealthIndicator(DataDirectory directory, DataSize least) {
		super("The data directory cannot be written");
		this.directory = directory;
		this.least = least;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) throws IOException {
		this.directory.tryToWrite();
		long free = this.directory.freeBytes();
		health.status((free >= this.least.toBytes()) ? Status.UP : Status.OUT_OF_SERVICE)
			.withDetail("directory", this.directory.folder().toString())
			.withDetail("freeMegabytes", free >> 20)
			.withDetail("leastMegabytes", this.least.toMegabytes());
	}

}
