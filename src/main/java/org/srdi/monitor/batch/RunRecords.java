package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.submission.Tally;

/** What each run did, kept for years. */
final class RunRecords {

	private static final int LONGEST_MESSAGE = 1000;

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

	/** Returns months after one that were worked off, the earliest first. */
	List<ReportingPeriod> closedAfter(String job, ReportingPeriod period, int most) {
		return this.jdbc.sql("""
				SELECT DISTINCT period FROM run_record
				WHERE job = :job AND period > :period AND status = 'DONE'
				ORDER BY period LIMIT :most
				""")
			.param("job", job)
			.param("period", period.toString())
			.param("most", most)
			.query((row, number) -> ReportingPeriod.parse(row.getString(1)))
			.list();
	}

	/**
	 * Notes that a run begins, or begins again: what it left open before was killed.
	 * @return how often the run has been started, this time included
	 */
	int begin(Run run, Actor actor) {
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
			.param("now", now())
			.update();
		noteKilled(run);
		return beginAttempt(run, actor);
	}

	private void noteKilled(Run run) {
		this.jdbc.sql("UPDATE run_step SET status = 'KILLED' WHERE run_id = :id AND status = 'STARTED'")
			.param("id", run.id())
			.update();
		this.jdbc.sql("UPDATE run_attempt SET outcome = 'KILLED' WHERE run_id = :id AND outcome = 'RUNNING'")
			.param("id", run.id())
			.update();
	}

	private int beginAttempt(Run run, Actor actor) {
		int attempt = this.jdbc.sql("SELECT COALESCE(MAX(attempt), 0) + 1 FROM run_attempt WHERE run_id = :id")
			.param("id", run.id())
			.query(Integer.class)
			.single();
		this.jdbc.sql("""
				INSERT INTO run_attempt (run_id, attempt, node, actor, business_time, started_at, outcome)
				VALUES (:id, :attempt, :node, :actor, :businessTime, :now, 'RUNNING')
				""")
			.param("id", run.id())
			.param("attempt", attempt)
			.param("node", ThisProcess.name())
			.param("actor", actor.text())
			.param("businessTime", StoredTime.of(this.businessClock.instant()))
			.param("now", now())
			.update();
		return attempt;
	}

	/**
	 * Notes that a run has come to its end, with what it took in and made. Its state is
	 * written last: whoever dies before has it closed again by the next start.
	 */
	void finish(Run run, RunResult result) {
		result.outputs().forEach((output) -> keep(run, output));
		result.figures().forEach((figure, amount) -> keep(run, figure, amount));
		end(run, "DONE", null);
		Tally tally = result.tally();
		RunResult.Inputs inputs = result.inputs();
		this.jdbc.sql("""
				UPDATE run_record SET status = 'DONE', finished_at = :now, inputs_digest = :digest, message = NULL,
					definitions_digest = :definitions, register_state = :register, reports_state = :reports,
					files_in = :filesIn, accepted = :accepted, held = :held, returned = :returned,
					duplicates = :duplicates, unreadable = :unreadable
				WHERE run_id = :id
				""")
			.param("id", run.id())
			.param("now", now())
			.param("digest", inputs.digest())
			.param("definitions", inputs.definitions())
			.param("register", inputs.register())
			.param("reports", inputs.reports())
			.param("filesIn", tally.filesIn())
			.param("accepted", tally.accepted())
			.param("held", tally.held())
			.param("returned", tally.returned())
			.param("duplicates", tally.duplicate())
			.param("unreadable", tally.unreadable())
			.update();
	}

	private void keep(Run run, Publications.Recorded output) {
		this.jdbc.sql("""
				INSERT INTO run_output (run_id, name, file_name, sha256) VALUES (:id, :name, :file, :sha256)
				ON DUPLICATE KEY UPDATE file_name = VALUES(file_name), sha256 = VALUES(sha256)
				""")
			.param("id", run.id())
			.param("name", output.rollup())
			.param("file", output.fileName())
			.param("sha256", output.sha256())
			.update();
	}

	private void keep(Run run, String figure, @Nullable BigDecimal amount) {
		this.jdbc.sql("""
				INSERT INTO run_figure (run_id, figure, amount) VALUES (:id, :figure, :amount)
				ON DUPLICATE KEY UPDATE amount = VALUES(amount)
				""").param("id", run.id()).param("figure", figure).param("amount", amount).update();
	}

	/** Notes what a step did that is none of Spring Batch. */
	void step(Run run, int attempt, String step, Instant begun, long written) {
		this.jdbc.sql("""
				INSERT INTO run_step (run_id, step, execution, attempt, started_at, ended_at, status, write_count)
				VALUES (:id, :step, :attempt, :attempt, :begun, :now, 'COMPLETED', :written)
				""")
			.param("id", run.id())
			.param("step", step)
			.param("attempt", attempt)
			.param("begun", StoredTime.of(begun))
			.param("now", now())
			.param("written", written)
			.update();
	}

	/** Notes that a run failed, and why. */
	void fail(Run run, String message) {
		String cut = (message.length() <= LONGEST_MESSAGE) ? message : message.substring(0, LONGEST_MESSAGE);
		end(run, "FAILED", cut);
		breakOff(run, "FAILED", cut);
	}

	/** Notes that a run was asked to stop and did; the next start goes on. */
	void stop(Run run) {
		end(run, "STOPPED", null);
		breakOff(run, "STOPPED", null);
	}

	private void breakOff(Run run, String status, @Nullable String message) {
		this.jdbc.sql("""
				UPDATE run_record SET status = :status, finished_at = :now, message = :message WHERE run_id = :id
				""")
			.param("id", run.id())
			.param("status", status)
			.param("now", now())
			.param("message", message)
			.update();
	}

	private void end(Run run, String outcome, @Nullable String message) {
		this.jdbc.sql("""
				UPDATE run_attempt SET outcome = :outcome, ended_at = :now, message = :message
				WHERE run_id = :id AND outcome = 'RUNNING'
				""")
			.param("id", run.id())
			.param("outcome", outcome)
			.param("now", now())
			.param("message", message)
			.update();
	}

	private LocalDateTime now() {
		return StoredTime.of(this.machineClock.instant());
	}

}
