package org.srdi.monitor.observability;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.prometheus.metrics.model.registry.PrometheusRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.database.Schema;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.submission.Inbox;
import org.srdi.monitor.submission.SubmissionProperties;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObservabilityProperties.class)
class ObservabilityConfiguration {

	@Bean
	DataDirectory dataDirectory(SubmissionProperties properties) {
		return new DataDirectory(properties.dataDir());
	}

	@Bean
	Readings readings(DataSource dataSource, Schema schema, DataDirectory directory, SubmissionProperties submission,
			ObservabilityProperties properties, Deadlines deadlines, Clock businessClock, InstantSource machineClock) {
		Queries queries = new Queries(dataSource, properties.patience().multipliedBy(5));
		Inbox inbox = new Inbox(submission.inbox(), submission.settling(), machineClock);
		List<Measure> measures = Stream.of(SystemMeasures.of(schema, directory, properties), ofTables(queries, inbox))
			.flatMap(List::stream)
			.toList();
		return new Readings(measures, () -> moment(deadlines, businessClock.instant(), machineClock.instant()),
				machineClock, properties);
	}

	static List<Measure> ofTables(Queries queries, Inbox inbox) {
		return Stream
			.of(RunMeasures.of(queries), QueueMeasures.of(queries, inbox), ScheduleMeasures.of(queries),
					MailMeasures.of(queries), ReportMeasures.of(queries))
			.flatMap(List::stream)
			.toList();
	}

	private static Moment moment(Deadlines deadlines, Instant business, Instant machine) {
		ReportingPeriod due = deadlines.fallenDue(business);
		List<ReportingPeriod> open = deadlines.open(business);
		ReportingPeriod collecting = open.isEmpty() ? due.next() : open.get(0);
		return new Moment(machine, due, deadlines.of(due).due(), collecting, deadlines.of(collecting).due());
	}

	/** Only the service has a registry of Prometheus. */
	@Bean
	MetricsExport metricsExport(Readings readings, ObjectProvider<PrometheusRegistry> registry) {
		MetricsExport export = new MetricsExport(readings);
		registry.ifAvailable((available) -> available.register(export));
		return export;
	}

	@Bean
	DiskHealthIndicator diskHealthIndicator(DataDirectory directory, ObservabilityProperties properties) {
		return new DiskHealthIndicator(directory, properties.minFreeSpace());
	}

	@Bean
	IntakeHealthIndicator intakeHealthIndicator(Readings readings, ObservabilityProperties properties) {
		return new IntakeHealthIndicator(readings, properties.maxQueueAge());
	}

	@Bean
	OutboxHealthIndicator outboxHealthIndicator(Readings readings, ObservabilityProperties properties) {
		return new OutboxHealthIndicator(readings, properties.maxQueueAge());
	}

	@Bean
	WatchHealthIndicator watchHealthIndicator(Readings readings) {
		return new WatchHealthIndicator(readings);
	}

}
