package org.srdi.monitor.batch;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;

/**
 * Writes down what each execution of a step did. The counts are those of Spring Batch,
 * whose own tables do not keep them for years.
 */
final class StepRecords implements StepExecutionListener {

	private final JdbcClient jdbc;

	private final InstantSource machineClock;

	private final Map<StepExecution, Integer> numbers = new ConcurrentHashMap<>();

	StepRecords(JdbcClient jdbc, InstantSource machineClock) {
		this.jdbc = jdbc;
		this.machineClock = machineClock;
	}

	@Override
	public void beforeStep(StepExecution step) {
		JobParameters parameters = step.getJobParameters();
		int number = this.jdbc
			.sql("SELECT COALESCE(MAX(execution), 0) + 1 FROM run_step WHERE run_id = :run AND step = :step")
			.param("run", parameters.getString("run"))
			.param("step", step.getStepName())
			.query(Integer.class)
			.single();
		this.jdbc.sql("""
				INSERT INTO run_step (run_id, step, execution, attempt, started_at, status)
				VALUES (:run, :step, :number, :attempt, :now, 'STARTED')
				""")
			.param("run", parameters.getString("run"))
			.param("step", step.getStepName())
			.param("number", number)
			.param("attempt", parameters.getLong("attempt"))
			.param("now", StoredTime.of(this.machineClock.instant()))
			.update();
		this.numbers.put(step, number);
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		Integer number = this.numbers.remove(step);
		if (number != null) { // else it did not even begin
			end(step, number);
		}
		return null;
	}

	private void end(StepExecution step, int number) {
		this.jdbc.sql("""
				UPDATE run_step SET status = :status, ended_at = :now, read_count = :read, write_count = :write,
					skip_count = :skip, commit_count = :commit, rollback_count = :rollback
				WHERE run_id = :run AND step = :step AND execution = :number
				""")
			.param("run", step.getJobParameters().getString("run"))
			.param("step", step.getStepName())
			.param("number", number)
			.param("status", step.getStatus().name())
			.param("now", StoredTime.of(this.machineClock.instant()))
			.param("read", step.getReadCount())
			.param("write", step.getWriteCount())
			.param("skip", step.getSkipCount())
			.param("commit", step.getCommitCount())
			.param("rollback", step.getRollbackCount())
			.update();
	}

}
