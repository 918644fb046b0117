package org.srdi.monitor.batch;

import java.time.LocalDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The executions of Spring Batch that ended long ago. What they did is kept in the
 * history of the runs.
 */
final class OldExecutions {

	private static final int EXECUTIONS = 100;

	private static final List<String> REMOVALS = List.of("""
			DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE step_execution_id IN (
			  SELECT step_execution_id FROM BATCH_STEP_EXECUTION WHERE job_execution_id IN (:ids))
			""", "DELETE FROM BATCH_STEP_EXECUTION WHERE job_execution_id IN (:ids)",
			"DELETE FROM BATCH_JOB_EXECUTION_CONTEXT WHERE job_execution_id IN (:ids)",
			"DELETE FROM BATCH_JOB_EXECUTION_PARAMS WHERE job_execution_id IN (:ids)",
			"DELETE FROM BATCH_JOB_EXECUTION WHERE job_execution_id IN (:ids)");

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	OldExecutions(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	long count(LocalDateTime before) {
		return this.jdbc.sql("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE end_time < :before")
			.param("before", before)
			.query(Long.class)
			.single();
	}

	/** Removes them with all that hangs on them, some at a time. */
	long remove(LocalDateTime before) {
		long removed = 0;
		List<Long> ids = next(before);
		while (!ids.isEmpty()) {
			removed += remove(ids);
			ids = next(before);
		}
		return removed;
	}

	private List<Long> next(LocalDateTime before) {
		return this.jdbc.sql("""
				SELECT job_execution_id FROM BATCH_JOB_EXECUTION WHERE end_time < :before
				ORDER BY job_execution_id LIMIT :most
				""").param("before", before).param("most", EXECUTIONS).query(Long.class).list();
	}

	private int remove(List<Long> ids) {
		this.transactions.executeWithoutResult((status) -> {
			List<Long> instances = this.jdbc
				.sql("SELECT DISTINCT job_instance_id FROM BATCH_JOB_EXECUTION WHERE job_execution_id IN (:ids)")
				.param("ids", ids)
				.query(Long.class)
				.list();
			REMOVALS.forEach((sql) -> this.jdbc.sql(sql).param("ids", ids).update());
			this.jdbc.sql("""
					DELETE FROM BATCH_JOB_INSTANCE WHERE job_instance_id IN (:ids) AND NOT EXISTS (
					  SELECT 1 FROM BATCH_JOB_EXECUTION e
					  WHERE e.job_instance_id = BATCH_JOB_INSTANCE.job_instance_id)
					""").param("ids", instances).update();
		});
		return ids.size();
	}

}
