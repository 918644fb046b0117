package org.srdi.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.deadline.Deadline;
import org.srdi.monitor.deadline.Deadlines;

/** Says once a day that the service lives, and what it did. */
final class SignOfLife {

	private static final Logger log = LoggerFactory.getLogger(SignOfLife.class);

	private static final String ALIVE = "alive";

	/** The index begins with the state. */
	private static final String ANY_STATE = "state IN ('CLAIMED', 'READ', 'UNREADABLE')";

	private final JdbcClient jdbc;

	private final Standing standing;

	private final Alerts alerts;

	private final Deadlines deadlines;

	private final @Nullable LocalTime time;

	SignOfLife(JdbcClient jdbc, Standing standing, Alerts alerts, Deadlines deadlines, @Nullable LocalTime time) {
		this.jdbc = jdbc;
		this.standing = standing;
		this.alerts = alerts;
		this.deadlines = deadlines;
		this.time = time;
	}

	/**
	 * What was done in a day.
	 *
	 * @param done runs that came to their end
	 * @param failed runs that failed
	 * @param files files that came in
	 */
	private record Day(int done, int failed, int files) {

	}

	/** Gives it if it is time and today's was not given. */
	void giveIfDue(Instant now, ZoneId zone, List<Verdict> missing) {
		LocalDate today = now.atZone(zone).toLocalDate();
		if (this.time == null || now.atZone(zone).toLocalTime().isBefore(this.time)) {
			return;
		}
		String key = today.toString();
		this.standing.expect(ALIVE, key, today.atTime(this.time).atZone(zone).toInstant());
		if (this.standing.meet(ALIVE, key, now)) {
			Day day = day(now);
			Deadline next = next(now);
			log.info("Alive: {} runs done, {} failed, {} files in, {} missing, next due {}", day.done(), day.failed(),
					day.files(), missing.size(), next.period());
			this.alerts.put(ALIVE + "/" + key, (locale) -> words(key, day, next, missing, locale));
		}
	}

	private Alerts.Words words(String key, Day day, Deadline next, List<Verdict> missing, Locale locale) {
		Texts texts = Alerts.texts(locale);
		String state = missing.isEmpty() ? texts.get("alive.well")
				: missing.stream()
					.map((verdict) -> "- " + verdict.text(locale))
					.collect(Collectors.joining("\n", texts.get("alive.missing", missing.size()) + "\n", ""));
		return new Alerts.Words(
				texts.get(missing.isEmpty() ? "alive.subject" : "alive.subject.missing", key, missing.size()),
				texts.get("alive.text", day.done(), day.failed(), day.files(), next.period(),
						Verdict.minute(next.due()), state));
	}

	private Deadline next(Instant now) {
		return this.deadlines.open(now)
			.stream()
			.findFirst()
			.map(this.deadlines::of)
			.orElseGet(() -> this.deadlines.of(this.deadlines.latest(now).next()));
	}

	private Day day(Instant now) {
		Instant from = now.minus(Duration.ofDays(1));
		return new Day(runs("DONE", from), runs("FAILED", from),
				this.jdbc.sql("SELECT COUNT(*) FROM intake_file WHERE " + ANY_STATE + " AND received_at >= :from")
					.param("from", StoredTime.of(from))
					.query(Integer.class)
					.single());
	}

	private int runs(String status, Instant from) {
		return this.jdbc.sql("SELECT COUNT(*) FROM run_record WHERE status = :status AND business_time >= :from")
			.param("status", status)
			.param("from", StoredTime.of(from))
			.query(Integer.class)
			.single();
	}

}
