package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.submission.Tally;

/**
 * Tells what runs did, years later as well: it rests on nothing but tables that are never
 * emptied.
 */
public final class RunHistory {

	private static final String SUMMARY = """
			SELECT r.run_id, r.job, r.period, r.revision, r.status, r.started_at, r.finished_at, r.files_in, r.accepted,
				r.held, r.returned, r.duplicates, r.unreadable, r.message, r.inputs_digest, r.definitions_digest,
				r.register_state, r.reports_state,
				(SELECT COUNT(*) FROM run_attempt a WHERE a.run_id = r.run_id) AS attempts,
				(SELECT a.actor FROM run_attempt a WHERE a.run_id = r.run_id ORDER BY a.attempt DESC LIMIT 1) AS actor
			FROM run_record r
			""";

	private final JdbcClient jdbc;

	private final UsualTimes usual;

	RunHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.usual = new UsualTimes(jdbc);
	}

	/**
	 * Returns runs, the last started first.
	 * @param job the job; null for all
	 * @param period the period; null for all
	 * @param last how many at most
	 */
	public List<RunSummary> list(@Nullable String job, @Nullable ReportingPeriod period, int last) {
		String sql = SUMMARY + "WHERE 1 = 1" + ((job != null) ? " AND r.job = :job" : "")
				+ ((period != null) ? " AND r.period = :period" : "")
				+ " ORDER BY r.started_at DESC, r.run_id DESC LIMIT :last";
		JdbcClient.StatementSpec query = this.jdbc.sql(sql).param("last", last);
		query = (job != null) ? query.param("job", job) : query;
		query = (period != null) ? query.param("period", period.toString()) : query;
		return query.query((row, number) -> summary(row)).list();
	}

	/** Returns the names of the jobs that have ever run. */
	public List<String> jobs() {
		return this.jdbc.sql("SELECT DISTINCT job FROM run_record ORDER BY job").query(String.class).list();
	}

	/** Returns everything that is known of a run; empty if there is none of that name. */
	public Optional<RunPassport> show(String run) {
		return this.jdbc.sql(SUMMARY + "WHERE r.run_id = :run")
			.param("run", run)
			.query((row, number) -> new Found(summary(row), inputs(row)))
			.optional()
			.map(this::passport);
	}

	private RunPassport passport(Found found) {
		RunSummary summary = found.summary();
		String run = summary.run();
		List<RunPassport.Attempt> attempts = attempts(run);
		UsualTimes.Before before = this.usual.before(summary);
		Tally tally = summary.received();
		return new RunPassport(summary, (tally != null) ? tally.isBalanced() : null, found.inputs(), files(run),
				outputs(run), figures(run), attempts, steps(run, before), timing(attempts, before));
	}

	private static @Nullable Timing timing(List<RunPassport.Attempt> attempts, UsualTimes.Before before) {
		Duration took = Duration.ZERO;
		for (RunPassport.Attempt attempt : attempts) {
			took = (attempt.endedAt() != null) ? took.plus(Duration.between(attempt.startedAt(), attempt.endedAt()))
					: took;
		}
		return attempts.isEmpty() || attempts.get(attempts.size() - 1).endedAt() == null ? null
				: Timing.of(took, before.runs());
	}

	private List<RunPassport.File> files(String run) {
		return this.jdbc
			.sql("SELECT file_name, sha256, state, reports FROM intake_file WHERE run_id = :run ORDER BY id")
			.param("run", run)
			.query((row, number) -> new RunPassport.File(row.getString(1), row.getString(2), row.getString(3),
					row.getInt(4)))
			.list();
	}

	private List<Publications.Recorded> outputs(String run) {
		return this.jdbc.sql("SELECT name, file_name, sha256 FROM run_output WHERE run_id = :run ORDER BY name")
			.param("run", run)
			.query((row, number) -> new Publications.Recorded(row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

	private Map<String, @Nullable BigDecimal> figures(String run) {
		Map<String, @Nullable BigDecimal> figures = new LinkedHashMap<>();
		this.jdbc.sql("SELECT figure, amount FROM run_figure WHERE run_id = :run ORDER BY figure")
			.param("run", run)
			.query((row) -> {
				figures.put(row.getString(1), row.getBigDecimal(2));
			});
		return figures;
	}

	private List<RunPassport.Attempt> attempts(String run) {
		return this.jdbc.sql("""
				SELECT attempt, node, actor, started_at, ended_at, outcome, message
				FROM run_attempt WHERE run_id = :run ORDER BY attempt
				""")
			.param("run", run)
			.query((row, number) -> new RunPassport.Attempt(row.getInt("attempt"), row.getString("node"),
					row.getString("actor"), instant(row, "started_at"), instantOrNull(row, "ended_at"),
					row.getString("outcome"), row.getString("message")))
			.list();
	}

	private List<RunPassport.Step> steps(String run, UsualTimes.Before before) {
		return this.jdbc.sql("""
				SELECT step, execution, attempt, started_at, ended_at, status, read_count, write_count, skip_count,
					commit_count, rollback_count
				FROM run_step WHERE run_id = :run ORDER BY attempt, started_at, execution
				""").param("run", run).query((row, number) -> step(row, before)).list();
	}

	private static RunPassport.Step step(ResultSet row, UsualTimes.Before before) throws SQLException {
		String step = row.getString("step");
		Instant started = instant(row, "started_at");
		Instant ended = instantOrNull(row, "ended_at");
		Timing timing = (ended != null) ? Timing.of(Duration.between(started, ended), before.step(step)) : null;
		return new RunPassport.Step(step, row.getInt("execution"), row.getInt("attempt"), started, ended,
				row.getString("status"), row.getLong("read_count"), row.getLong("write_count"),
				row.getLong("skip_count"), row.getLong("commit_count"), row.getLong("rollback_count"), timing);
	}

	private static RunSummary summary(ResultSet row) throws SQLException {
		String period = row.getString("period");
		return new RunSummary(row.getString("run_id"), row.getString("job"),
				(period != null) ? ReportingPeriod.parse(period) : null, row.getInt("revision"),
				row.getString("status"), row.getInt("attempts"), row.getString("actor"), instant(row, "started_at"),
				instantOrNull(row, "finished_at"), tally(row), row.getString("message"));
	}

	private static @Nullable Tally tally(ResultSet row) throws SQLException {
		int filesIn = row.getInt("files_in");
		return row.wasNull() ? null : new Tally(filesIn, row.getInt("accepted"), row.getInt("held"),
				row.getInt("returned"), row.getInt("duplicates"), row.getInt("unreadable"), 0);
	}

	private static RunPassport.@Nullable Inputs inputs(ResultSet row) throws SQLException {
		String digest = row.getString("inputs_digest");
		return (digest != null) ? new RunPassport.Inputs(digest, row.getString("definitions_digest"),
				row.getString("register_state"), row.getString("reports_state")) : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return StoredTime.toInstant(row.getObject(column, LocalDateTime.class));
	}

	private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		LocalDateTime stored = row.getObject(column, LocalDateTime.class);
		return (stored != null) ? StoredTime.toInstant(stored) : null;
	}

	private record Found(RunSummary summary, RunPassport.@Nullable Inputs inputs) {

	}

}
