package org.srdi.monitor.deadline;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/** The rows of outages and of what they took from the time before deadlines. */
final class OutageTable {

	private final JdbcClient jdbc;

	OutageTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns when the service was there from an instant on, as far as outages are known.
	 */
	ServiceTime serviceTime(Instant from) {
		List<ServiceTime.Gap> gaps = this.jdbc
			.sql("SELECT from_at, to_at FROM outage WHERE to_at > :from AND counts = TRUE")
			.param("from", StoredTime.of(from))
			.query((row, number) -> new ServiceTime.Gap(DeadlineTable.instant(row, "from_at"),
					DeadlineTable.instant(row, "to_at")))
			.list();
		return ServiceTime.without(gaps);
	}

}
