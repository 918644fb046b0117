package org.srdi.monitor.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.JobDefinition.Action;
import org.srdi.monitor.definition.JobDefinition.Misfire;
import org.srdi.monitor.definition.JobDefinition.Schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SchedulesTests {

	private static final Schedule INGEST = new Schedule("ingest", Action.INGEST, "0 0/5 * * * ?",
			Misfire.CATCH_UP_ONCE);

	private static final Schedule CLOSE = new Schedule("close-month", Action.CLOSE_MONTH, "0 30 0 29 * ?",
			Misfire.CATCH_UP_ONCE);

	private final Definitions shipped = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly");

	private Scheduler store;

	@BeforeEach
	void openStore() throws SchedulerException {
		Properties properties = new Properties();
		properties.setProperty("org.quartz.scheduler.instanceName", UUID.randomUUID().toString());
		properties.setProperty("org.quartz.threadPool.threadCount", "1");
		this.store = new StdSchedulerFactory(properties).getScheduler();
	}

	@AfterEach
	void closeStore() throws SchedulerException {
		this.store.shutdown();
	}

	@Test
	void theShippedScheduleIngestsEveryFiveMinutesAndClosesOnThe29thInShanghai() throws SchedulerException {
		assertThat(reconcile(this.shipped.job().schedules()))
			.extracting(Schedules.Change::code, Schedules.Change::kind, Schedules.Change::cron)
			.containsExactly(tuple("ingest", Schedules.Change.Kind.ADDED, "0 0/5 * * * ?"),
					tuple("close-month", Schedules.Change.Kind.ADDED, "0 30 0 29 * ?"));
		CronTrigger trigger = (CronTrigger) this.store.getTrigger(TriggerKey.triggerKey("close-month", "srdi"));
		assertThat(trigger.getTimeZone().getID()).isEqualTo("Asia/Shanghai");
		assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
	}

	@Test
	void bringsTheStoreInLineWithTheDefinitions() throws SchedulerException {
		reconcile(List.of(INGEST, CLOSE));
		assertThat(reconcile(List.of(INGEST, CLOSE))).extracting(Schedules.Change::kind)
			.containsOnly(Schedules.Change.Kind.KEPT);
		Schedule hourly = new Schedule("ingest", Action.INGEST, "0 0 * * * ?", Misfire.SKIP);
		assertThat(reconcile(List.of(hourly))).extracting(Schedules.Change::code, Schedules.Change::kind)
			.containsExactly(tuple("ingest", Schedules.Change.Kind.CHANGED),
					tuple("close-month", Schedules.Change.Kind.REMOVED));
		assertThat(((CronTrigger) this.store.getTrigger(TriggerKey.triggerKey("ingest", "srdi"))).getCronExpression())
			.isEqualTo("0 0 * * * ?");
		assertThat(this.store.getTrigger(TriggerKey.triggerKey("close-month", "srdi"))).isNull();
	}

	private List<Schedules.Change> reconcile(List<Schedule> schedules) throws SchedulerException {
		JobDefinition job = this.shipped.job();
		JobDefinition changed = new JobDefinition(job.code(), job.province(), job.calendar(), schedules, job.paces(),
				job.stockNested(), job.coverageMark(), job.coverageGoal(), job.reminders(), job.notices());
		Definitions definitions = new Definitions(changed, this.shipped.form(), this.shipped.rules(),
				this.shipped.indicators(), this.shipped.rollups(), this.shipped.regions(), this.shipped.industries(),
				this.shipped.targets(), this.shipped.digest());
		return new Schedules(new StaticListableBeanFactory().getBeanProvider(Scheduler.class), definitions)
			.reconcile(this.store);
	}

}
