package org.srdi.monitor.observability;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

import org.srdi.monitor.submission.Inbox;

/** Every measure there is, not to be read. */
final class Every {

	private Every() {
	}

	static List<Measure> measure() {
		ObservabilityProperties properties = new ObservabilityProperties(Duration.ZERO, Duration.ZERO, Duration.ZERO,
				DataSize.ofBytes(0), Duration.ZERO);
		Queries queries = new Queries(new DriverManagerDataSource(), Duration.ofSeconds(1));
		Path nowhere = Path.of("nowhere");
		return Stream
			.of(SystemMeasures.of(null, new DataDirectory(nowhere), properties),
					ObservabilityConfiguration.ofTables(queries,
							new Inbox(nowhere, Duration.ZERO, () -> Instant.EPOCH)),
					Quality.measures())
			.flatMap(List::stream)
			.toList();
	}

}
