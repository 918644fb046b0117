package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RollupDefinition.Every;
import org.srdi.monitor.indicator.Indicators;
import org.srdi.monitor.publication.Circulation;
import org.srdi.monitor.publication.Publications.Published;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.register.Enterprises;
import org.srdi.monitor.register.RegisterChanges;
import org.srdi.monitor.register.Rosters;
import org.srdi.monitor.submission.SubmissionProperties;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.target.Flags;
import org.srdi.monitor.target.RegionalProgress;

/** The jobs, what carries them out, and the steps that come after the intake. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ RunProperties.class, HousekeepingProperties.class })
class BatchConfiguration {

	/** Enterprises judged in one transaction. */
	private static final int FIRMS = 200;

	@Bean
	CurrentProgress currentProgress() {
		return new CurrentProgress();
	}

	@Bean
	RunLocks runLocks(JdbcClient jdbc, RunProperties properties) {
		return new RunLocks(jdbc, properties.lease());
	}

	@Bean
	Fence fence(RunLocks locks) {
		return new Fence(locks);
	}

	@Bean
	RunRecords runRecords(JdbcClient jdbc, Clock businessClock, InstantSource machineClock) {
		return new RunRecords(jdbc, businessClock, machineClock);
	}

	@Bean
	RunningNow runningNow(ObjectProvider<JobOperator> operator) {
		return new RunningNow(operator);
	}

	@Bean
	RunInputs runInputs(Definitions definitions, RegisterChanges registerChanges, Submissions submissions) {
		return new RunInputs(definitions, registerChanges, submissions);
	}

	@Bean
	Launches launches(JobOperator operator, JobRepository repository, RetryOperations lockRetries, JdbcClient jdbc,
			RunProperties properties) {
		return new Launches(operator, repository, lockRetries, jdbc, properties.databasePatience());
	}

	@Bean
	Breaks breaks(JdbcClient jdbc) {
		return new Breaks(jdbc);
	}

	@Bean
	Runs runs(Launches launches, Breaks breaks, Job monthlyOperations, Job reportIntake, RunLocks locks,
			RunRecords records, RunningNow running, CurrentProgress progress, Inboxes inboxes, RunInputs inputs,
			Rosters rosters, Submissions submissions, Publications publications) {
		return new Runs(launches, breaks, monthlyOperations, reportIntake, locks, records, running, progress, inboxes,
				inputs, rosters, submissions, publications);
	}

	@Bean
	Recovery recovery(JdbcClient jdbc, Runs runs, Quarters quarters, Breaks breaks, SubmissionProperties folders,
			InstantSource machineClock) {
		return new Recovery(jdbc, runs, quarters, breaks, folders, machineClock);
	}

	@Bean
	Quarters quarters(Runs runs, Job quarterlyAssessment, RunLocks locks, RunRecords records, RunInputs inputs,
			Publications publications) {
		return new Quarters(runs, quarterlyAssessment, locks, records, inputs, publications);
	}

	@Bean
	Reruns reruns(Runs runs, RunRecords records, RunLocks locks, TransactionTemplate transaction, Rosters rosters,
			Indicators indicators, RegionalProgress regions, Flags flags, Publications publications) {
		Rehearsal rehearsal = new Rehearsal(transaction, rosters, indicators, regions, flags, publications);
		return new Reruns(runs, records, locks, rehearsal);
	}

	@Bean
	Housekeeping housekeeping(JdbcClient jdbc, TransactionTemplate transaction, SubmissionProperties folders,
			RunRecords records, RunLocks locks, RunInputs inputs, HousekeepingProperties properties,
			InstantSource machineClock) {
		return new Housekeeping(jdbc, new OldExecutions(jdbc, transaction), new LooseFiles(jdbc, folders.dataDir()),
				records, locks, inputs::now, properties, machineClock);
	}

	@Bean
	RunHistory runHistory(JdbcClient jdbc) {
		return new RunHistory(jdbc);
	}

	@Bean
	Job monthlyOperations(JobRepository repository, RunningNow running, Step ingestReports, Step checkReports,
			Step answerReports, Step aggregateIndicators, Step flagTargets, Step publishRollup) {
		return new JobBuilder(Runs.MONTH, repository).listener(running)
			.start(ingestReports)
			.next(checkReports)
			.next(answerReports)
			.next(aggregateIndicators)
			.next(flagTargets)
			.next(publishRollup)
			.build();
	}

	@Bean
	Job reportIntake(JobRepository repository, RunningNow running, Step ingestReports, Step checkReports,
			Step answerReports) {
		return new JobBuilder(Runs.INTAKE, repository).listener(running)
			.start(ingestReports)
			.next(checkReports)
			.next(answerReports)
			.build();
	}

	@Bean
	Job quarterlyAssessment(JobRepository repository, RunningNow running, Step assessPlans, Step publishAssessment) {
		return new JobBuilder(Quarters.QUARTER, repository).listener(running)
			.start(assessPlans)
			.next(publishAssessment)
			.build();
	}

	@Bean
	StepEnd stepEnd(CurrentProgress progress) {
		return new StepEnd(progress);
	}

	@Bean
	StepRecords stepRecords(JdbcClient jdbc, InstantSource machineClock) {
		return new StepRecords(jdbc, machineClock);
	}

	@Bean
	Step aggregateIndicators(JobRepository repository, PlatformTransactionManager transactionManager,
			Indicators indicators, StepEnd end, StepRecords steps, CurrentProgress progress) {
		return new StepBuilder("aggregate-indicators", repository).tasklet((contribution, context) -> {
			progress.begin("aggregate-indicators", 0);
			contribution.incrementWriteCount(indicators.aggregate(period(context)));
			return RepeatStatus.FINISHED;
		}, transactionManager).listener(end).listener(steps).build();
	}

	@Bean
	RegionalProgressListener regionalProgressListener(RegionalProgress regions) {
		return new RegionalProgressListener(regions);
	}

	@Bean
	@StepScope
	FirmReader firmReader(Flags flags, TransactionTemplate transactions, CurrentProgress progress,
			@Value("#{jobParameters['period']}") String period) {
		return new FirmReader(flags, ReportingPeriod.parse(period), transactions, progress);
	}

	@Bean
	@StepScope
	FlagWriter flagWriter(Flags flags, CurrentProgress progress, @Value("#{jobParameters['period']}") String period) {
		return new FlagWriter(flags, ReportingPeriod.parse(period), progress);
	}

	@Bean
	Step flagTargets(JobRepository repository, PlatformTransactionManager transactionManager, FirmReader reader,
			FlagWriter writer, RegionalProgressListener regions, StepEnd end, StepRecords steps) {
		return new StepBuilder("flag-targets", repository).<Long, Long>chunk(FIRMS)
			.transactionManager(transactionManager)
			.reader(reader)
			.writer(writer)
			.listener(regions)
			.listener(end)
			.listener(steps)
			.build();
	}

	@Bean
	Step publishRollup(JobRepository repository, PlatformTransactionManager transactionManager,
			Publications publications, Circulation circulation, StepEnd end, StepRecords steps,
			CurrentProgress progress) {
		return new StepBuilder("publish-rollup", repository).tasklet((contribution, context) -> {
			progress.begin("publish-rollup", 0);
			Published published = publications.publish(period(context), revision(context), out(context));
			circulation.circulate(Every.MONTH, period(context), revision(context), published);
			contribution.incrementWriteCount(1);
			return RepeatStatus.FINISHED;
		}, transactionManager).listener(end).listener(steps).build();
	}

	@Bean
	Step assessPlans(JobRepository repository, PlatformTransactionManager transactionManager, RegionalProgress regions,
			StepEnd end, StepRecords steps, CurrentProgress progress) {
		return new StepBuilder("assess-plans", repository).tasklet((contribution, context) -> {
			progress.begin("assess-plans", 0);
			contribution.incrementWriteCount(regions.update(period(context)));
			return RepeatStatus.FINISHED;
		}, transactionManager).listener(end).listener(steps).build();
	}

	@Bean
	Step publishAssessment(JobRepository repository, PlatformTransactionManager transactionManager,
			Publications publications, Circulation circulation, StepEnd end, StepRecords steps,
			CurrentProgress progress) {
		return new StepBuilder("publish-assessment", repository).tasklet((contribution, context) -> {
			progress.begin("publish-assessment", 0);
			List<Published> published = publications.publishQuarter(period(context), revision(context), out(context));
			circulation.circulate(Every.QUARTER, period(context), revision(context), published.get(0));
			contribution.incrementWriteCount(published.size());
			return RepeatStatus.FINISHED;
		}, transactionManager).listener(end).listener(steps).build();
	}

	private static ReportingPeriod period(ChunkContext context) {
		return ReportingPeriod.parse(parameter(context, "period"));
	}

	private static int revision(ChunkContext context) {
		return Integer.parseInt(parameter(context, "revision"));
	}

	private static Path out(ChunkContext context) {
		return Path.of(parameter(context, "out"));
	}

	private static String parameter(ChunkContext context, String name) {
		return String.valueOf(context.getStepContext().getJobParameters().get(name));
	}

}
