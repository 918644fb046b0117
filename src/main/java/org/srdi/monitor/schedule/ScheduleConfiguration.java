package org.srdi.monitor.schedule;

import java.time.Clock;
import java.time.InstantSource;

import org.quartz.Scheduler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.batch.Actor;
import org.srdi.monitor.batch.Housekeeping;
import org.srdi.monitor.batch.Quarters;
import org.srdi.monitor.batch.Recovery;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition.Action;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.reminder.Reminders;
import org.srdi.monitor.submission.ArchiveCheck;
import org.srdi.monitor.submission.SubmissionProperties;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.watch.Alerts;
import org.srdi.monitor.watch.Watch;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

	@Bean
	Timetable timetable(Definitions definitions) {
		return Timetable.of(definitions.job());
	}

	@Bean
	FallenDue fallenDue(Definitions definitions, Deadlines deadlines) {
		return new FallenDue(deadlines::fallenDue, (period) -> deadlines.of(period).due(),
				definitions.job().calendar()::isReported);
	}

	/** Says what each action does, one line each. */
	@Bean
	Actions actions(Runs runs, Quarters quarters, Housekeeping housekeeping, SubmissionProperties folders,
			FallenDue months, NightlyChecks nightly, Watch watch, Outbox outbox, Reminders reminders,
			Recovery recovery) {
		return new Actions()
			.perTick(Action.INGEST,
					(at) -> Outcome.of(runs.ingest(Actor.schedule("ingest"), folders.inbox(), Progress.NONE)))
			.perPeriod(Action.CLOSE_MONTH, months,
					(month) -> Outcome.of(runs.month(Actor.schedule("close-month"), month, folders.inbox(),
							folders.out(), Progress.NONE)))
			.perPeriod(Action.ASSESS_QUARTER, months.only(ReportingPeriod::endsQuarter),
					(month) -> Outcome
						.of(quarters.assess(Actor.schedule("assess-quarter"), month, folders.out(), Progress.NONE)))
			.perTick(Action.CHECK_NIGHTLY, nightly::check)
			.perTick(Action.WATCH, (at) -> Outcome.of(watch.look(at)))
			.perTick(Action.SEND_NOTICES, (at) -> Outcome.of(outbox.send()))
			.perTick(Action.HOUSEKEEP,
					(at) -> housekeeping.keep(Actor.schedule("housekeeping"))
						.map((removed) -> Outcome.done("removed " + removed))
						.orElseGet(() -> Outcome.later("it is being done elsewhere")))
			.perTick(Action.REMIND, (at) -> Outcome.ofReminders(reminders.remind(null)))
			.perTick(Action.RECOVER, (at) -> Outcome.ofRecovery(recovery.recover()))
			.complete();
	}

	@Bean
	NightlyChecks nightlyChecks(Runs runs, SubmissionProperties folders, Submissions submissions, ArchiveCheck archive,
			Deadlines deadlines, Alerts alerts) {
		return new NightlyChecks(runs, folders, submissions, archive, deadlines, alerts);
	}

	@Bean
	ScheduleDesk scheduleDesk(ObjectProvider<Scheduler> scheduler, Timetable timetable, Firings firings,
			ScheduleStore store, Clock businessClock) {
		return new ScheduleDesk(scheduler, timetable, firings, store, businessClock);
	}

	@Bean
	ScheduleStore scheduleStore(JdbcClient jdbc, InstantSource machineClock, Timetable timetable) {
		return new ScheduleStore(jdbc, machineClock, timetable.job());
	}

	@Bean
	Firings firings(Timetable timetable, Actions actions, ScheduleStore store) {
		return new Firings(timetable, actions, store);
	}

	@Bean
	Schedules schedules(ObjectProvider<Scheduler> scheduler, Timetable timetable, Firings firings, ScheduleStore store,
			Clock businessClock) {
		return new Schedules(scheduler, timetable, firings, store, businessClock);
	}

	@Bean
	SchedulerHealthIndicator schedulerHealthIndicator(ObjectProvider<Scheduler> scheduler) {
		return new SchedulerHealthIndicator(scheduler);
	}

}
