package org.srdi.monitor.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Texts;

/**
 * How often in a row a run broke off in the same step. One that does so again and again
 * would do so for ever; it is left for people.
 */
final class Breaks {

	/** A run that broke off that often in the same step is not started by itself. */
	static final int MOST = 3;

	private final JdbcClient jdbc;

	Breaks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The last times a run broke off, all in the same step.
	 *
	 * @param step the step; null if it did not get as far as a step
	 * @param times how often
	 * @param last when it broke off last; null if the process died
	 */
	record Row(@Nullable String step, int times, @Nullable Instant last) {

		boolean isTooMany() {
			return this.times >= MOST;
		}

		/** Says that a run is left for people, and what they can do. */
		String text(String runId) {
			return Texts.of("batch", Locale.CHINA)
				.get("run.left", runId, (this.step != null) ? this.step : "-", this.times);
		}

	}

	private record Attempt(String outcome, @Nullable Instant ended, @Nullable String step) {

		private boolean died() {
			return "KILLED".equals(this.outcome) || "RUNNING".equals(this.outcome);
		}

	}

	/**
	 * Returns how often its process died, an attempt that still counts as running
	 * included: the caller holds the lock of the run, or knows that nobody does.
	 */
	Row deaths(String runId) {
		return inARow(attempts(runId), true);
	}

	/** Returns how often it died or failed. */
	Row of(String runId) {
		return inARow(attempts(runId), false);
	}

	private static Row inARow(List<Attempt> attempts, boolean onlyDeaths) {
		int times = 0;
		@Nullable String step = attempts.isEmpty() ? null : attempts.get(0).step();
		for (Attempt attempt : attempts) {
			boolean broke = attempt.died() || (!onlyDeaths && "FAILED".equals(attempt.outcome()));
			if (!broke || !Objects.equals(step, attempt.step())) {
				break;
			}
			times++;
		}
		return new Row(step, times, attempts.isEmpty() ? null : attempts.get(0).ended());
	}

	private List<Attempt> attempts(String runId) {
		return this.jdbc.sql("""
				SELECT a.outcome, a.ended_at, (SELECT s.step FROM run_step s
					WHERE s.run_id = a.run_id AND s.attempt = a.attempt ORDER BY s.started_at DESC, s.step LIMIT 1)
				FROM run_attempt a WHERE a.run_id = :id ORDER BY a.attempt DESC LIMIT 5
				""").param("id", runId).query((rs, n) -> {
			LocalDateTime ended = rs.getObject(2, LocalDateTime.class);
			return new Attempt(rs.getString(1), (ended != null) ? StoredTime.toInstant(ended) : null, rs.getString(3));
		}).list();
	}

}
