package org.srdi.monitor.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.definition.JobDefinition.OnTime;
import org.srdi.monitor.definition.JobDefinition.Roll;

/** The rows of resolved deadlines and of what became of them. */
final class DeadlineTable {

	private final JdbcClient jdbc;

	DeadlineTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<DeadlineRecord> find(ReportingPeriod period) {
		return this.jdbc.sql("SELECT * FROM deadline WHERE period = :period")
			.param("period", period.toString())
			.query(DeadlineTable::row)
			.optional();
	}

	/** Keeps others from moving the deadline until the end of the transaction. */
	Optional<DeadlineRecord> lock(ReportingPeriod period) {
		return this.jdbc.sql("SELECT * FROM deadline WHERE period = :period FOR UPDATE")
			.param("period", period.toString())
			.query(DeadlineTable::row)
			.optional();
	}

	/** Stores it unless somebody else has stored it meanwhile. */
	void add(DeadlineRecord one, Instant now) {
		this.jdbc.sql("""
				INSERT INTO deadline
				  (period, opens_at, nominal_day, due_day, roll, rolled_over, holidays_known, calendar_due, due_at,
				   grace_days, on_time_days, on_time, outage_minutes, locks_at, definitions, resolved_at)
				VALUES
				  (:period, :opens, :nominalDay, :dueDay, :roll, :rolledOver, :holidaysKnown, :calendarDue, :due,
				   :graceDays, :onTimeDays, :onTime, :outageMinutes, :locks, :definitions, :now)
				ON DUPLICATE KEY UPDATE period = VALUES(period)
				""").params(parameters(one, now)).update();
	}

	void replace(DeadlineRecord one, Instant now) {
		this.jdbc.sql("""
				UPDATE deadline
				SET opens_at = :opens, nominal_day = :nominalDay, due_day = :dueDay, roll = :roll,
				  rolled_over = :rolledOver, holidays_known = :holidaysKnown, calendar_due = :calendarDue,
				  due_at = :due, grace_days = :graceDays, on_time_days = :onTimeDays, on_time = :onTime,
				  outage_minutes = :outageMinutes, locks_at = :locks, definitions = :definitions, resolved_at = :now
				WHERE period = :period
				""").params(parameters(one, now)).update();
	}

	void move(ReportingPeriod period, Instant due) {
		this.jdbc.sql("UPDATE deadline SET due_at = :due WHERE period = :period")
			.param("due", StoredTime.of(due))
			.param("period", period.toString())
			.update();
	}

	private static Map<String, @Nullable Object> parameters(DeadlineRecord one, Instant now) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("period", one.period().toString());
		values.put("opens", StoredTime.of(one.opens()));
		values.put("nominalDay", one.nominalDay());
		values.put("dueDay", one.dueDay());
		values.put("roll", one.roll().name());
		values.put("rolledOver", one.rolledOver());
		values.put("holidaysKnown", one.holidaysKnown());
		values.put("calendarDue", StoredTime.of(one.calendarDue()));
		values.put("due", StoredTime.of(one.due()));
		values.put("graceDays", one.graceDays());
		values.put("onTimeDays", one.onTimeDays());
		values.put("onTime", one.onTime().name());
		values.put("outageMinutes", one.outageWindow().toMinutes());
		values.put("locks", StoredTime.of(one.locks()));
		values.put("definitions", one.definitions());
		values.put("now", StoredTime.of(now));
		return values;
	}

	void note(DeadlineChange change) {
		this.jdbc.sql("""
				INSERT INTO deadline_change
				  (period, changed_at, due_before, due_after, definitions_before, definitions_after, actor, reason)
				VALUES (:period, :at, :before, :after, :definitionsBefore, :definitionsAfter, :actor, :reason)
				""")
			.param("period", change.period().toString())
			.param("at", StoredTime.of(change.changedAt()))
			.param("before", StoredTime.of(change.dueBefore()))
			.param("after", StoredTime.of(change.dueAfter()))
			.param("definitionsBefore", change.definitionsBefore())
			.param("definitionsAfter", change.definitionsAfter())
			.param("actor", change.actor())
			.param("reason", change.reason())
			.update();
	}

	List<DeadlineChange> changes(ReportingPeriod period) {
		return this.jdbc.sql("""
				SELECT changed_at, due_before, due_after, definitions_before, definitions_after, actor, reason
				FROM deadline_change WHERE period = :period ORDER BY id
				""")
			.param("period", period.toString())
			.query((row, number) -> new DeadlineChange(period, instant(row, "changed_at"), instant(row, "due_before"),
					instant(row, "due_after"), row.getString("definitions_before"), row.getString("definitions_after"),
					row.getString("actor"), row.getString("reason")))
			.list();
	}

	private static DeadlineRecord row(ResultSet row, int number) throws SQLException {
		return new DeadlineRecord(ReportingPeriod.parse(row.getString("period")), instant(row, "opens_at"),
				row.getObject("nominal_day", LocalDate.class), row.getObject("due_day", LocalDate.class),
				Roll.valueOf(row.getString("roll")), row.getString("rolled_over"), row.getBoolean("holidays_known"),
				instant(row, "calendar_due"), instant(row, "due_at"), row.getInt("grace_days"),
				row.getInt("on_time_days"), OnTime.valueOf(row.getString("on_time")),
				Duration.ofMinutes(row.getInt("outage_minutes")), instant(row, "locks_at"),
				row.getString("definitions"), instant(row, "resolved_at"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return StoredTime.toInstant(row.getObject(column, LocalDateTime.class));
	}

}
