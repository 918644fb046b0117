package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.Causes;
import org.srdi.monitor.core.StoredTime;

/**
 * Removes what nobody needs any more: old rows of Spring Batch, Quartz and the schedules,
 * lapsed locks, loose files. Never the archive, reports, receipts, notices or the history
 * of the runs – of which each time it is done is a part.
 */
public final class Housekeeping {

	private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

	/** The job, as the history names it. */
	static final String JOB = "housekeeping";

	/** Whatever died that long ago has been missed by everybody who could miss it. */
	private static final Duration A_DAY = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final OldExecutions executions;

	private final LooseFiles files;

	private final RunRecords records;

	private final RunLocks locks;

	private final Supplier<RunResult.Inputs> inputs;

	private final HousekeepingProperties properties;

	private final InstantSource machineClock;

	Housekeeping(JdbcClient jdbc, OldExecutions executions, LooseFiles files, RunRecords records, RunLocks locks,
			Supplier<RunResult.Inputs> inputs, HousekeepingProperties properties, InstantSource machineClock) {
		this.jdbc = jdbc;
		this.executions = executions;
		this.files = files;
		this.records = records;
		this.locks = locks;
		this.inputs = inputs;
		this.properties = properties;
		this.machineClock = machineClock;
	}

	/** Counts what would be removed, by name. */
	public Map<String, Long> count() {
		Instant now = this.machineClock.instant();
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("batch-executions", this.executions.count(ago(now, this.properties.keepDays())));
		sweeps(now).forEach((sweep) -> counts.put(sweep.name(), sweep.count(this.jdbc)));
		counts.put("loose-parts", (long) this.files.parts(now.minus(A_DAY)).size());
		counts.put("loose-attachments", (long) this.files.attachments(loose(now)).size());
		return counts;
	}

	/**
	 * Removes it.
	 * @param actor who wants it
	 * @return how much of what, by name; empty if it is being done elsewhere
	 */
	public Optional<Map<String, Long>> keep(Actor actor) {
		return this.locks.tryHold(JOB).map((lock) -> {
			try (var held = lock) {
				log.info("Holding {}", held);
				return recorded(actor);
			}
		});
	}

	private Map<String, Long> recorded(Actor actor) {
		RunRecords.Run run = this.records.last(JOB, null)
			.map(RunRecords.Run::following)
			.orElseGet(() -> new RunRecords.Run(JOB, null, 1, false, null));
		int attempt = this.records.begin(run, actor);
		try {
			Map<String, Long> counts = remove(run, attempt);
			this.records.finish(run, new RunResult(RunOutcome.NOTHING, this.inputs.get(), List.of(), Map.of()));
			return counts;
		}
		catch (RuntimeException ex) {
			this.records.fail(run, Causes.of(ex));
			throw ex;
		}
	}

	private Map<String, Long> remove(RunRecords.Run run, int attempt) {
		Instant now = this.machineClock.instant();
		Map<String, LongSupplier> removals = new LinkedHashMap<>();
		removals.put("batch-executions", () -> this.executions.remove(ago(now, this.properties.keepDays())));
		sweeps(now).forEach((sweep) -> removals.put(sweep.name(), () -> sweep.remove(this.jdbc)));
		removals.put("loose-parts", () -> delete(this.files.parts(now.minus(A_DAY))));
		removals.put("loose-attachments", () -> delete(this.files.attachments(loose(now))));
		Map<String, Long> counts = new LinkedHashMap<>();
		removals.forEach((name, removal) -> {
			Instant begun = this.machineClock.instant();
			long removed = removal.getAsLong();
			this.records.step(run, attempt, name, begun, removed);
			counts.put(name, removed);
		});
		log.info("Removed {}", counts);
		return counts;
	}

	private static long delete(List<Path> files) {
		LooseFiles.delete(files);
		return files.size();
	}

	private List<Sweep> sweeps(Instant now) {
		Map<String, ?> dead = Map.of("before", now.minus(A_DAY).toEpochMilli());
		Map<String, ?> days = Map.of("before", ago(now, this.properties.keepDays()));
		Map<String, ?> years = Map.of("before", StoredTime.of(now).minusYears(this.properties.keepYears()));
		return List.of(new Sweep("quartz-fired", """
				QRTZ_FIRED_TRIGGERS WHERE FIRED_TIME < :before AND NOT EXISTS (
				  SELECT 1 FROM QRTZ_SCHEDULER_STATE s
				  WHERE s.SCHED_NAME = QRTZ_FIRED_TRIGGERS.SCHED_NAME
				    AND s.INSTANCE_NAME = QRTZ_FIRED_TRIGGERS.INSTANCE_NAME AND s.LAST_CHECKIN_TIME >= :before)
				""", dead),
				new Sweep("lapsed-locks", "run_lock WHERE held_until < :before",
						Map.of("before", StoredTime.of(now.minus(A_DAY)))),
				new Sweep("schedule-fires", "schedule_fire WHERE started_at < :before", days),
				new Sweep("schedule-periods", "schedule_done WHERE done_at < :before", years),
				new Sweep("expectations", "expectation_state WHERE due < :before", years));
	}

	private static LocalDateTime ago(Instant now, int days) {
		return StoredTime.of(now).minusDays(days);
	}

	private Instant loose(Instant now) {
		return now.minus(Duration.ofDays(this.properties.looseDays()));
	}

}
