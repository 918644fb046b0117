package org.srdi.monitor.submission;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.Enterprises;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubmissionProperties.class)
class SubmissionConfiguration {

	@Bean
	Archive archive(SubmissionProperties properties) {
		return new Archive(properties.archive());
	}

	@Bean
	ArchiveCheck archiveCheck(JdbcClient jdbc, Archive archive) {
		return new ArchiveCheck(jdbc, archive);
	}

	@Bean
	ArrivalJournal arrivalJournal(SubmissionProperties properties, Clock clock) {
		return new ArrivalJournal(properties.archive().resolve("arrivals"), clock);
	}

	@Bean
	LostArrivals lostArrivals(JdbcClient jdbc, ArrivalJournal journal, Archive archive, SubmissionProperties properties,
			InstantSource machineClock) {
		return new LostArrivals(jdbc, journal, archive,
				new Inbox(properties.inbox(), properties.settling(), machineClock));
	}

	@Bean
	IntakeFiles intakeFiles(NamedParameterJdbcTemplate jdbc, Archive archive, ArrivalJournal journal,
			Definitions definitions, Clock clock) {
		return new IntakeFiles(jdbc, archive, journal, definitions, clock);
	}

	@Bean
	ReportFile reportFile(Definitions definitions) {
		return new ReportFile(definitions.form());
	}

	@Bean
	StatusHistory statusHistory(NamedParameterJdbcTemplate jdbc, Clock clock) {
		return new StatusHistory(jdbc, clock);
	}

	@Bean
	Uploads uploads(NamedParameterJdbcTemplate jdbc, Enterprises enterprises, Submissions submissions,
			StatusHistory history, Definitions definitions, Deadlines deadlines) {
		return new Uploads(jdbc, enterprises, submissions, history, definitions, deadlines);
	}

	@Bean
	Receipts receipts(NamedParameterJdbcTemplate jdbc, Definitions definitions, Deadlines deadlines) {
		return new Receipts(jdbc, definitions, deadlines);
	}

	@Bean
	Submissions submissions(NamedParameterJdbcTemplate jdbc, IntakeFiles files, StatusHistory history,
			Receipts receipts) {
		return new Submissions(jdbc, files, history, receipts);
	}

	@Bean
	MonthlyReports monthlyReports(NamedParameterJdbcTemplate jdbc, Definitions definitions) {
		return new MonthlyReports(jdbc, definitions);
	}

	@Bean
	Templates templates(MonthlyReports reports, Definitions definitions, Deadlines deadlines) {
		return new Templates(reports, definitions, deadlines);
	}

	@Bean
	CorrectedCopy correctedCopy(Definitions definitions) {
		return new CorrectedCopy(definitions, Locale.CHINA);
	}

	@Bean
	Answers answers(NamedParameterJdbcTemplate jdbc, Archive archive, Receipts receipts, CorrectedCopy copies,
			Definitions definitions, SubmissionProperties properties, Clock clock) {
		return new Answers(jdbc, archive, receipts, copies, definitions.form(), properties.answers(), clock);
	}

}
