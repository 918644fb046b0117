package org.srdi.monitor.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.WatchDefinition;
import org.srdi.monitor.definition.WatchDefinition.By;
import org.srdi.monitor.definition.WatchDefinition.Expectation;
import org.srdi.monitor.definition.WatchDefinition.What;
import org.srdi.monitor.definition.Watched;

/**
 * Looks whether what is expected has happened. Reads only, and needs no more than a
 * connection: the service may be dead.
 */
public final class Lookout {

	private static final int MONTHS_BACK = 12;

	private static final int DAYS_BACK = 3;

	private static final String NEVER = "never";

	private final Traces traces;

	private final JobDefinition.Calendar calendar;

	private final WatchDefinition watch;

	private final @Nullable Path backups;

	/**
	 * Creates one.
	 * @param backups the folder in which the backups lie; null if they are not looked at
	 */
	public Lookout(JdbcClient jdbc, Watched watched, @Nullable Path backups) {
		this.traces = new Traces(jdbc, watched.job().code());
		this.calendar = watched.job().calendar();
		this.watch = watched.watch();
		this.backups = backups;
	}

	Traces traces() {
		return this.traces;
	}

	/** Returns what has to have happened by an instant, and whether it did. */
	public List<Verdict> judge(Instant now) {
		return this.watch.expectations().stream().flatMap((expectation) -> judge(expectation, now)).toList();
	}

	private Stream<Verdict> judge(Expectation expectation, Instant now) {
		if (expectation.what().isMonthly()) {
			return monthly(expectation, now);
		}
		By by = expectation.by();
		return (by != null) ? daily(expectation, by, now) : recurring(expectation, now).stream();
	}

	private Stream<Verdict> monthly(Expectation expectation, Instant now) {
		Optional<ReportingPeriod> first = this.traces.firstPeriod();
		By by = expectation.by();
		if (first.isEmpty() || by == null) {
			return Stream.empty();
		}
		ReportingPeriod last = this.calendar.periodOf(now);
		ReportingPeriod oldest = last.plus(-MONTHS_BACK);
		return Stream
			.iterate(first.get().isBefore(oldest) ? oldest : first.get(), (period) -> !period.isAfter(last),
					ReportingPeriod::next)
			.filter(this.calendar::isReported)
			.map((period) -> monthly(expectation, period, by.after(due(period), this.calendar.zone())))
			.filter((verdict) -> !verdict.due().isAfter(now));
	}

	private Instant due(ReportingPeriod period) {
		return this.traces.due(period).orElseGet(() -> this.calendar.due(period));
	}

	private Verdict monthly(Expectation expectation, ReportingPeriod period, Instant due) {
		if (this.traces.isKnownMet(expectation.code(), period.toString())) {
			return new Verdict(expectation, period.toString(), due, true, List.of());
		}
		return switch (expectation.what()) {
			case ROLLUP_PUBLISHED ->
				new Verdict(expectation, period.toString(), due, this.traces.isPublished(period), List.of());
			case CITIES_ROLLED_UP -> {
				int cities = this.traces.cities(period);
				int with = this.traces.citiesWithFigures(period);
				yield new Verdict(expectation, period.toString(), due, cities > 0 && with >= cities,
						List.of(cities, with));
			}
			case ROLLUP_SENT -> {
				int recipients = this.traces.rollupRecipients(period);
				int unsent = this.traces.rollupUnsent(period);
				yield new Verdict(expectation, period.toString(), due, recipients > 0 && unsent == 0,
						List.of(recipients, unsent));
			}
			case SCHEDULE_RAN, SERVICE_ALIVE, BACKUP_MADE, UNREADABLE_ANSWERED ->
				throw new IllegalArgumentException(expectation.what() + " does not happen once a month");
		};
	}

	/** What ran late made up for the days before. */
	private Stream<Verdict> daily(Expectation expectation, By by, Instant now) {
		String schedule = String.valueOf(expectation.schedule());
		Optional<Instant> begun = this.traces.begun(schedule);
		if (begun.isEmpty()) {
			return Stream.empty();
		}
		Optional<Instant> last = this.traces.lastRun(schedule, now);
		LocalDate today = now.atZone(this.calendar.zone()).toLocalDate();
		return today.minusDays(DAYS_BACK).datesUntil(today.plusDays(1)).map((day) -> {
			Instant start = day.atStartOfDay(this.calendar.zone()).toInstant();
			boolean met = last.filter((run) -> !run.isBefore(start)).isPresent();
			return new Verdict(expectation, day.toString(), by.on(day, this.calendar.zone()), met,
					facts(schedule, last));
		}).filter((verdict) -> !verdict.due().isAfter(now) && verdict.due().isAfter(begun.get()));
	}

	private static List<Object> facts(String schedule, Optional<Instant> last) {
		return List.of(schedule, last.<Object>map((instant) -> instant).orElse(NEVER));
	}

	private Optional<Verdict> recurring(Expectation expectation, Instant now) {
		Duration within = (expectation.within() != null) ? expectation.within() : Duration.ZERO;
		return switch (expectation.what()) {
			case SERVICE_ALIVE -> {
				Optional<Instant> beat = this.traces.lastBeat();
				yield Optional.of(since(expectation, beat, within, now));
			}
			case SCHEDULE_RAN -> ran(expectation, within, now);
			case BACKUP_MADE -> (this.backups != null)
					? Optional.of(since(expectation, newest(this.backups), within, now)) : Optional.empty();
			case UNREADABLE_ANSWERED -> {
				Instant oldest = this.traces.oldestUnanswered().orElse(now);
				yield Optional.of(since(expectation, Optional.of(oldest), within, now));
			}
			case ROLLUP_PUBLISHED, CITIES_ROLLED_UP, ROLLUP_SENT ->
				throw new IllegalArgumentException(expectation.what() + " happens once a month");
		};
	}

	/** While the service is dead, that alone is told. */
	private Optional<Verdict> ran(Expectation expectation, Duration within, Instant now) {
		String schedule = String.valueOf(expectation.schedule());
		Optional<Instant> alive = this.traces.aliveSince(now.minus(patience()));
		return alive.map((start) -> {
			Optional<Instant> last = this.traces.lastRun(schedule, now);
			Instant from = last.filter((run) -> run.isAfter(start)).orElse(start);
			Verdict verdict = since(expectation, Optional.of(from), within, now);
			return new Verdict(expectation, verdict.key(), verdict.due(), verdict.met(), facts(schedule, last));
		});
	}

	/** Returns how long the service may give no sign of life. */
	Duration patience() {
		return this.watch.expectations()
			.stream()
			.filter((expectation) -> expectation.what() == What.SERVICE_ALIVE && expectation.within() != null)
			.map((expectation) -> (expectation.within() != null) ? expectation.within() : Duration.ZERO)
			.findFirst()
			.orElse(Duration.ofMinutes(10));
	}

	private static Verdict since(Expectation expectation, Optional<Instant> last, Duration within, Instant now) {
		Instant due = last.map((instant) -> instant.plus(within)).orElse(now);
		boolean met = last.isPresent() && !due.isBefore(now);
		return new Verdict(expectation, last.map(Verdict::minute).orElse(NEVER), due, met,
				List.of(last.<Object>map((instant) -> instant).orElse(NEVER)));
	}

	/** A backup bears a name that ends in .part until it is whole. */
	private static Optional<Instant> newest(Path folder) {
		List<Instant> times = new ArrayList<>();
		try (Stream<Path> found = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
			for (Path backup : found.toList()) {
				if (!backup.getFileName().toString().endsWith(".part")) {
					times.add(Files.getLastModifiedTime(backup).toInstant());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot look into the folder of the backups " + folder, ex);
		}
		return times.stream().max(Instant::compareTo);
	}

}
