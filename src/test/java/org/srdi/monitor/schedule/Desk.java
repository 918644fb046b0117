package org.srdi.monitor.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.quartz.Scheduler;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.definition.JobDefinition.Action;
import org.srdi.monitor.definition.JobDefinition.Misfire;
import org.srdi.monitor.definition.JobDefinition.Schedule;

/** Schedules over the tables, with a month that falls due on the 28th at 24:00. */
final class Desk {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	static final Schedule INGEST = schedule("ingest", Action.INGEST, "0 0/5 * * * ?", Misfire.CATCH_UP_ONCE);

	static final Schedule CLOSE = schedule("close-month", Action.CLOSE_MONTH, "0 30 * * * ?", Misfire.CATCH_UP_ONCE);

	final JdbcClient jdbc = JdbcClient.create(TestDatabase.emptied());

	final ScheduleStore store = new ScheduleStore(this.jdbc, InstantSource.system(), "enterprise-monthly");

	/** What was done, in order. */
	final List<String> calls = new ArrayList<>();

	Function<ReportingPeriod, Outcome> close = (period) -> Outcome.done("closed");

	private final Timetable timetable;

	final Firings firings;

	Desk(Schedule... schedules) {
		this.timetable = new Timetable("enterprise-monthly", ZONE, List.of(schedules));
		FallenDue months = new FallenDue(Desk::fallenDue, Desk::due, (period) -> true);
		Actions actions = new Actions().perTick(Action.INGEST, (at) -> {
			this.calls.add("ingest " + at.atZone(ZONE).toLocalTime());
			return Outcome.nothing("nothing new");
		}).perPeriod(Action.CLOSE_MONTH, months, (period) -> {
			this.calls.add("close " + period);
			return this.close.apply(period);
		});
		this.firings = new Firings(this.timetable, actions, this.store);
	}

	private static Instant due(ReportingPeriod period) {
		return period.month().atDay(29).atStartOfDay(ZONE).toInstant();
	}

	private static ReportingPeriod fallenDue(Instant at) {
		ReportingPeriod month = ReportingPeriod.of(at.atZone(ZONE).toLocalDate());
		return due(month).isAfter(at) ? month.previous() : month;
	}

	static Schedule schedule(String code, Action action, String cron, Misfire misfire) {
		return new Schedule(code, action, cron, misfire, null, true);
	}

	/** Returns these schedules over a store of Quartz. */
	Schedules schedules(Scheduler quartz) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("scheduler", quartz);
		return new Schedules(beans.getBeanProvider(Scheduler.class), this.timetable, this.firings, this.store,
				Clock.fixed(at("2026-10-20T09:00"), ZONE));
	}

	/** Meets the schedules for the first time. */
	Desk begun(String local) {
		this.firings.settle(at(local));
		return this;
	}

	Outcome tick(String schedule, String local) {
		return this.firings.fire(schedule, at(local), Firings.BY_SCHEDULE);
	}

	String state(ReportingPeriod period) {
		return this.store.state("close-month", period).orElse("-");
	}

	static Instant at(String local) {
		return OffsetDateTime.parse(local + "+08:00").toInstant();
	}

}
