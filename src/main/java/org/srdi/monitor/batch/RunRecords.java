package org.srdi.monitor.batch;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.submission.Tally;

/** What each run did, kept for years. */
final class RunRecords {

	private final JdbcClient jdbc;

	private final Clock businessClock;

	private final InstantSource machineClock;

	RunRecords(JdbcClient jdbc, Clock businessClock, InstantSource machineClock) {
		this.jdbc = jdbc;
		this.businessClock = businessClock;
		this.machineClock = machineClock;
	}

	/**
	 * A run.
	 *
	 * @param job the job
	 * @param period the month; null for an intake of any month
	 * @param revision counts the runs of a job and month from 1
	 * @param done whether it came to its end
	 * @param inputsDigest what it worked on; null unless it is done
	 */
	record Run(String job, @Nullable ReportingPeriod period, int revision, boolean done,
			@Nullable String inputsDigest) {

		/** Returns the name under which files and reports remember the run. */
		String id() {
			return (this.period != null) ? this.job + "/" + this.period + "/" + this.revision
					: this.job + "/" + this.revision;
		}

		/** Returns this run if it broke off, otherwise the next revision. */
		Run following() {
			return this.done ? new Run(this.job, this.period, this.revision + 1, false, null) : this;
		}

	}

	/** Returns the last run of a job and month, empty if there was none. */
	Optional<Run> last(String job, @Nullable ReportingPeriod period) {
		return this.jdbc.sql("""
				SELECT revision, status, inputs_digest FROM run_record
				WHERE job = :job AND (period = :period OR (period IS NULL AND :period IS NULL))
				ORDER BY revision DESC LIMIT 1
				""")
			.param("job", job)
			.param("period", (period != null) ? period.toString() : null)
			.query((rs, n) -> new Run(job, period, rs.getInt(1), "DONE".equals(rs.getString(2)), rs.getString(3)))
			.optional();
	}

	/** Notes that a run begins, or begins again. */
	void begin(Run run) {
		this.jdbc.sql("""
				INSERT INTO run_record (run_id, job, period, revision, business_time, started_at, status)
				VALUES (:id, :job, :period, :revision, :businessTime, :now, 'RUNNING')
				ON DUPLICATE KEY UPDATE status = VALUES(status), business_time = VALUES(business_time)
				""")
			.param("id", run.id())
			.param("job", run.job())
			.param("period", (run.period() != null) ? run.period().toString() : null)
			.param("revision", run.revision())
			.param("businessTime", StoredTime.of(this.businessClock.instant()))
			.param("now", StoredTime.of(this.machineClock.instant()))
			.update();
	}

	/** Notes that a run has come to its end, with what it took in. */
	void finish(Run run, Tally tally, String inputsDigest) {
		this.jdbc.sql("""
				UPDATE run_record SET status = 'DONE', finished_at = :now, inputs_digest = :digest, message = NULL,
					files_in = :filesIn, accepted = :accepted, held = :held, returned = :returned,
					duplicates = :duplicates, unreadable = :unreadable
				WHERE run_id = :id
				""")
			.param("id", run.id())
			.param("now", StoredTime.of(this.machineClock.instant()))
			.param("digest", inputsDigest)
			.param("filesIn", tally.filesIn())
			.param("accepted", tally.accepted())
			.param("held", tally.held())
			.param("returned", tally.returned())
			.param("duplicates", tally.duplicate())
			.param("unreadable", tally.unreadable())
			.update();
	}

	/** Notes that a run failed, and why. */
	void fail(Run run, String message) {
		this.jdbc.sql("""
				UPDATE run_record SET status = 'FAILED', finished_at = :now, message = :message WHERE run_id = :id
				""")
			.param("id", run.id())
			.param("now", StoredTime.of(this.machineClock.instant()))
			.param("message", (message.length() <= 1000) ? message : message.substring(0, 1000))
			.update();
	}

}
