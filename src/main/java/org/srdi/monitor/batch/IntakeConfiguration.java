package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.Enterprises;
import org.srdi.monitor.submission.Answers;
import org.srdi.monitor.submission.Archive;
import org.srdi.monitor.submission.FoundFile;
import org.srdi.monitor.submission.IntakeFiles;
import org.srdi.monitor.submission.MonthlyReports;
import org.srdi.monitor.submission.ReportFile;
import org.srdi.monitor.submission.SubmissionProperties;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.submission.Uploads;
import org.srdi.monitor.validation.Doctor;
import org.srdi.monitor.validation.ReportRules;

/**
 * The steps that take files in, check the reports in them and answer. The job of a month
 * and the intake job begin with them.
 */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	/** Files stored, or answered, between two commits of a step. */
	private static final int FILES = 100;

	/** Reports checked between two commits of the step. */
	private static final int REPORTS = 200;

	private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

	/** Transactions that store what is in a chunk; each takes a connection. */
	private static final int LANES = Math.min(4, PROCESSORS);

	@Bean
	Inboxes inboxes(SubmissionProperties properties, InstantSource machineClock) {
		return new Inboxes(properties, machineClock);
	}

	@Bean
	FileParser fileParser(Archive archive, ReportFile reports) {
		return new FileParser(archive, reports);
	}

	/** Its threads stay for the next file, and go when there is none. */
	@Bean(defaultCandidate = false)
	ThreadPoolTaskExecutor readers() {
		ThreadPoolTaskExecutor readers = pool("read-", PROCESSORS);
		readers.setTaskDecorator(LogContext.decorator());
		return readers;
	}

	private static ThreadPoolTaskExecutor pool(String prefix, int size) {
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setThreadNamePrefix(prefix);
		pool.setCorePoolSize(size);
		pool.setAllowCoreThreadTimeOut(true);
		pool.setDaemon(true);
		return pool;
	}

	/** Threads that store under the locks of who sends them. */
	@Bean(defaultCandidate = false)
	ThreadPoolTaskExecutor storers(RunLocks locks) {
		ThreadPoolTaskExecutor storers = pool("store-", LANES);
		storers.setTaskDecorator((task) -> LogContext.decorator().decorate(locks.decorator().decorate(task)));
		return storers;
	}

	@Bean
	Lanes lanes(@Qualifier("storers") AsyncTaskExecutor storers, TransactionTemplate transactions) {
		return new Lanes(LANES, storers, transactions);
	}

	@Bean
	ReportRules reportRules(Definitions definitions) {
		return ReportRules.of(definitions);
	}

	@Bean
	Doctor doctor(Definitions definitions) {
		return Doctor.of(definitions);
	}

	@Bean
	ReportChecks reportChecks(Deadlines deadlines, ReportRules rules, Doctor doctor, Enterprises enterprises,
			MonthlyReports monthlyReports, Submissions submissions, Clock businessClock) {
		return new ReportChecks(deadlines, rules, doctor, enterprises, monthlyReports, submissions, businessClock);
	}

	@Bean
	IntakeLock intakeLock(RunLocks locks) {
		return new IntakeLock(locks);
	}

	@Bean
	@StepScope
	IntakeReader intakeReader(IntakeFiles files, FileParser parser, @Qualifier("readers") AsyncTaskExecutor readers,
			TransactionTemplate transactions, Inboxes inboxes, CurrentProgress progress,
			@Value("#{jobParameters['inbox']}") String inbox, @Value("#{jobParameters['run']}") String run,
			@Value("#{jobParameters['period']}") @Nullable String period) {
		return new IntakeReader(files, parser, readers, transactions, inboxes.open(Path.of(inbox)), run,
				(period != null) ? ReportingPeriod.parse(period) : null, progress);
	}

	@Bean
	@StepScope
	IntakeWriter intakeWriter(Lanes lanes, Uploads uploads, IntakeFiles files, ReportChecks checks,
			Submissions submissions, CurrentProgress progress) {
		return new IntakeWriter(lanes, uploads, files, checks, submissions, progress);
	}

	@Bean
	Step ingestReports(JobRepository repository, PlatformTransactionManager transactionManager, IntakeReader reader,
			IntakeWriter writer, IntakeLock lock, StepEnd end, StepRecords steps) {
		return new StepBuilder("ingest-reports", repository).<FoundFile, FoundFile>chunk(FILES)
			.transactionManager(transactionManager)
			.reader(reader)
			.writer(writer)
			.listener(lock)
			.listener(end)
			.listener(steps)
			.build();
	}

	@Bean
	@StepScope
	WaitingReader waitingReader(Submissions submissions, CurrentProgress progress) {
		return new WaitingReader(submissions, progress);
	}

	@Bean
	Step checkReports(JobRepository repository, PlatformTransactionManager transactionManager, WaitingReader reader,
			Lanes lanes, ReportChecks checks, IntakeLock lock, StepEnd end, StepRecords steps,
			CurrentProgress progress) {
		return new StepBuilder("check-reports", repository).<Submissions.Waiting, Submissions.Waiting>chunk(REPORTS)
			.transactionManager(transactionManager)
			.reader(reader)
			.writer((chunk) -> {
				lanes.each(chunk.getItems(), Submissions.Waiting::enterpriseId, checks::decide);
				progress.advance(chunk.size());
			})
			.listener(lock)
			.listener(end)
			.listener(steps)
			.build();
	}

	@Bean
	@StepScope
	AnswerReader answerReader(Answers answers, CurrentProgress progress) {
		return new AnswerReader(answers, progress);
	}

	@Bean
	Step answerReports(JobRepository repository, PlatformTransactionManager transactionManager, AnswerReader reader,
			Answers answers, IntakeLock lock, StepEnd end, StepRecords steps, CurrentProgress progress) {
		return new StepBuilder("answer-reports", repository).<Long, Long>chunk(FILES)
			.transactionManager(transactionManager)
			.reader(reader)
			.writer((chunk) -> {
				answers.give(List.copyOf(chunk.getItems()));
				progress.advance(chunk.size());
			})
			.listener(lock)
			.listener(end)
			.listener(steps)
			.build();
	}

}
