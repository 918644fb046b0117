package org.srdi.monitor.schedule;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.JobDefinition.Action;
import org.srdi.monitor.definition.JobDefinition.Misfire;
import org.srdi.monitor.definition.JobDefinition.Schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SchedulesIntegrationTests {

	private static final TriggerKey INGEST = TriggerKey.triggerKey("ingest", "enterprise-monthly");

	private Scheduler quartz;

	@BeforeEach
	void openStore() throws SchedulerException {
		Properties properties = new Properties();
		properties.setProperty("org.quartz.scheduler.instanceName", UUID.randomUUID().toString());
		properties.setProperty("org.quartz.threadPool.threadCount", "1");
		this.quartz = new StdSchedulerFactory(properties).getScheduler();
	}

	@AfterEach
	void closeStore() throws SchedulerException {
		this.quartz.shutdown();
	}

	@Test
	void theShippedSchedulesIngestEveryFiveMinutesAndLookEveryHourForAMonthToClose() {
		List<Schedule> shipped = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly").job().schedules();
		assertThat(shipped).extracting(Schedule::code, Schedule::action, Schedule::cron, Schedule::misfire)
			.contains(tuple("ingest", Action.INGEST, "0 0/5 * * * ?", Misfire.CATCH_UP_ONCE),
					tuple("close-month", Action.CLOSE_MONTH, "0 30 * * * ?", Misfire.CATCH_UP_ONCE),
					tuple("send-notices", Action.SEND_NOTICES, "20 * * * * ?", Misfire.CATCH_UP_ONCE));
		assertThat(shipped).allSatisfy((schedule) -> new CronTimes(schedule.cron(), Desk.ZONE));
	}

	@Test
	void bringsTheStoreInLineWithTheDefinitions() throws SchedulerException {
		assertThat(reconcile(Desk.INGEST, Desk.CLOSE))
			.extracting(Schedules.Change::code, Schedules.Change::kind, Schedules.Change::times)
			.containsExactly(
					tuple("ingest", Schedules.Change.Kind.ADDED, "0 0/5 * * * ? (Asia/Shanghai, catch-up-once)"),
					tuple("close-month", Schedules.Change.Kind.ADDED, "0 30 * * * ? (Asia/Shanghai, catch-up-once)"));
		assertThat(reconcile(Desk.INGEST, Desk.CLOSE)).extracting(Schedules.Change::kind)
			.containsOnly(Schedules.Change.Kind.KEPT);
		assertThat(reconcile(Desk.schedule("ingest", Action.INGEST, "0 0 * * * ?", Misfire.CATCH_UP_ONCE)))
			.extracting(Schedules.Change::code, Schedules.Change::kind)
			.containsExactly(tuple("ingest", Schedules.Change.Kind.CHANGED),
					tuple("close-month", Schedules.Change.Kind.REMOVED));
		assertThat(((CronTrigger) this.quartz.getTrigger(INGEST)).getCronExpression()).isEqualTo("0 0 * * * ?");
		assertThat(this.quartz.getTrigger(TriggerKey.triggerKey("close-month", "enterprise-monthly"))).isNull();
	}

	@Test
	void seesAnotherZoneAndAnotherPolicy() throws SchedulerException {
		reconcile(Desk.INGEST);
		Schedule berlin = new Schedule("ingest", Action.INGEST, "0 0/5 * * * ?", Misfire.CATCH_UP_ONCE,
				ZoneId.of("Europe/Berlin"), true);
		assertThat(reconcile(berlin)).extracting(Schedules.Change::kind, Schedules.Change::times)
			.containsExactly(tuple(Schedules.Change.Kind.CHANGED, "0 0/5 * * * ? (Europe/Berlin, catch-up-once)"));
		Schedule skipping = new Schedule("ingest", Action.INGEST, "0 0/5 * * * ?", Misfire.SKIP,
				ZoneId.of("Europe/Berlin"), true);
		assertThat(reconcile(skipping)).extracting(Schedules.Change::kind)
			.containsExactly(Schedules.Change.Kind.CHANGED);
		CronTrigger trigger = (CronTrigger) this.quartz.getTrigger(INGEST);
		assertThat(trigger.getTimeZone().getID()).isEqualTo("Europe/Berlin");
		assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
	}

	@Test
	void takesOutWhatIsNotEnabledOrOfAJobThatIsNoMore() throws SchedulerException {
		this.quartz.addJob(JobBuilder.newJob(RunTick.class).withIdentity("ingest", "srdi").storeDurably().build(),
				true);
		reconcile(Desk.INGEST);
		Schedule off = new Schedule("ingest", Action.INGEST, "0 0/5 * * * ?", Misfire.SKIP, null, false);
		assertThat(reconcile(off)).extracting(Schedules.Change::code, Schedules.Change::kind)
			.containsExactly(tuple("ingest", Schedules.Change.Kind.REMOVED));
		assertThat(this.quartz.getTrigger(INGEST)).isNull();
	}

	@Test
	void whatIsPausedStaysPausedEvenIfItsTimesChange() throws SchedulerException {
		Desk desk = new Desk(Desk.INGEST);
		desk.schedules(this.quartz).reconcile(this.quartz);
		desk.store.pause("ingest", "li");
		assertThat(desk.schedules(this.quartz).reconcile(this.quartz)).extracting(Schedules.Change::paused)
			.containsExactly(true);
		assertThat(this.quartz.getTriggerState(INGEST)).isEqualTo(Trigger.TriggerState.PAUSED);
	}

	private List<Schedules.Change> reconcile(Schedule... schedules) throws SchedulerException {
		return new Desk(schedules).schedules(this.quartz).reconcile(this.quartz);
	}

}
