package org.srdi.monitor.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.notice.ContactImport;
import org.srdi.monitor.register.RegisterImport;
import org.srdi.monitor.sample.SampleProvince;
import org.srdi.monitor.sample.SampleRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

/** A year of an unattended service: holidays, outages and a database that is lost. */
class SimulatedYearTests {

	private static final int FIRMS = 12;

	private static final List<String> MONTHS = IntStream.rangeClosed(1, 12).mapToObj("2025-%02d"::formatted).toList();

	@TempDir
	private Path folder;

	private GreenMail world;

	private SimulatedService service;

	@BeforeEach
	void openTheMailServer() {
		this.world = new GreenMail(ServerSetup.SMTP.dynamicPort());
		this.world.start();
	}

	@AfterEach
	void closeIt() {
		this.service.stop();
		this.world.stop();
	}

	@Test
	void aYearEndsWithEveryRollupExactlyOnceAndNothingElse() throws Exception {
		Path jobs = jobs();
		Path sample = sample(jobs);
		this.service = new SimulatedService(this.folder.resolve("var"), SimulatedService.time("2025-01-01T07:00"),
				"--srdi.jobs-dir=" + jobs, "--srdi.mail.host=127.0.0.1",
				"--srdi.mail.port=" + this.world.getSmtp().getPort(), "--srdi.mail.tls=none",
				"--srdi.mail.from=monitor@example.org");
		MONTHS.forEach(
				(month) -> this.service.arrives(month + "-19T10:00", sample.resolve("history/" + month + ".xlsx")));
		Path backup = this.folder.resolve("backup.zip");
		this.service.down("2025-03-28T20:00", "2025-03-29T02:00") // takes 4 hours before
																	// a deadline
			.down("2025-05-20T00:00", "2025-07-30T08:00") // too long to move deadlines by
															// itself
			.down("2025-11-10T10:00", "2025-11-10T15:00") // far from any deadline
			// the disk of the database dies hours after a close, and an old copy comes
			// back
			.at("2025-09-29T00:10", () -> this.service.backUp(backup))
			.at("2025-09-29T09:00", this.service::stop)
			.at("2025-09-29T11:00", () -> this.service.restore(backup));
		this.service.start();
		this.service.get(RegisterImport.class).run(sample.resolve("register.xlsx"));
		this.service.get(ContactImport.class).run(contacts());
		this.service.runUntil("2026-01-01T12:00");

		assertThat(this.service.failures()).isEmpty();
		assertAll(this::everyMonthWasClosedOnceInOrder, this::everyQuarterWasAssessedOnce,
				this::deadlinesFollowedHolidaysAndOutages, this::everyMailCameOnce);
	}

	private void everyMonthWasClosedOnceInOrder() {
		assertThat(this.service.rows("SELECT CONCAT(period, ' ', status, ' ', revision) FROM run_record "
				+ "WHERE job = 'monthly-operations' ORDER BY started_at, period"))
			.isEqualTo(MONTHS.stream().map((month) -> month + " DONE 1").toList());
		assertThat(this.service.rows("SELECT CONCAT(business_key, ' ', state) FROM schedule_done "
				+ "WHERE schedule = 'close-month' ORDER BY business_key"))
			.isEqualTo(MONTHS.stream().map((month) -> month + " DONE").toList());
		assertThat(this.service.rows("SELECT COUNT(*) FROM monthly_report GROUP BY period ORDER BY period")).hasSize(12)
			.containsOnly(String.valueOf(FIRMS));
	}

	private void everyQuarterWasAssessedOnce() {
		assertThat(this.service.rows("SELECT CONCAT(period, ' ', status, ' ', revision) FROM run_record "
				+ "WHERE job = 'quarterly-assessment' ORDER BY period"))
			.containsExactly("2025-03 DONE 1", "2025-06 DONE 1", "2025-09 DONE 1", "2025-12 DONE 1");
		assertThat(this.service.files("out")).hasSize(12 + 4).filteredOn((file) -> file.contains("季度评估")).hasSize(4);
	}

	/** By the notices of the State Council for 2025 and the hours of the outages. */
	private void deadlinesFollowedHolidaysAndOutages() {
		assertThat(this.service
			.rows("SELECT CONCAT(period, ' ', due_at) FROM deadline "
					+ "WHERE period BETWEEN '2025-01' AND '2025-12' ORDER BY period")
			.stream()
			.map((row) -> row.substring(0, 24).strip())).containsExactly("2025-01 2025-02-06 00:00", // the
																										// 28th
																										// opens
																										// the
																										// Spring
																										// Festival
					"2025-02 2025-03-01 00:00", "2025-03 2025-03-29 06:00", // 4 hours are
																			// given back
					"2025-04 2025-04-29 00:00", "2025-05 2025-05-29 00:00", "2025-06 2025-07-01 00:00", // Saturday
					"2025-07 2025-07-29 00:00", "2025-08 2025-08-29 00:00", "2025-09 2025-09-29 00:00", // worked
					"2025-10 2025-10-29 00:00", "2025-11 2025-11-29 00:00", "2025-12 2025-12-30 00:00"); // Sunday
	}

	/**
	 * The mails of the world, which knows nothing of databases: 12 rollups and 4
	 * assessments each; a sign of life on each of the 365 days but the 71 from 20 May to
	 * 29 July; and what the service knows of its outages, of which a lost database is
	 * one.
	 */
	private void everyMailCameOnce() throws MessagingException {
		Map<String, List<String>> subjects = new TreeMap<>();
		for (MimeMessage message : this.world.getReceivedMessages()) {
			InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
			subjects.computeIfAbsent(to.getAddress(), (address) -> new ArrayList<>()).add(message.getSubject());
		}
		assertThat(subjects).containsOnlyKeys("alert@example.org", "rollup-en@example.org", "rollup-zh@example.org");
		assertThat(subjects.get("rollup-zh@example.org")).doesNotHaveDuplicates()
			.hasSize(12 + 4)
			.contains("专精特新企业运行月报（2025年9月）");
		assertThat(subjects.get("rollup-en@example.org")).doesNotHaveDuplicates().hasSize(12 + 4);
		assertThat(subjects.get("alert@example.org")).doesNotHaveDuplicates().hasSize(365 - 71 + 4);
		assertThat(subjects.get("alert@example.org")).filteredOn((subject) -> subject.startsWith("服务曾中断"))
			.containsExactly("服务曾中断：2025-03-28 20:00 至 2025-03-29 02:00", "服务曾中断：2025-05-20 00:00 至 2025-07-30 08:00",
					"服务曾中断：2025-09-29 00:05 至 2025-09-29 11:00", "服务曾中断：2025-11-10 10:00 至 2025-11-10 15:00");
		assertThat(this.service.rows("SELECT DISTINCT state FROM notice_delivery")).containsExactly("SENT");
	}

	private Path contacts() throws IOException {
		return Files.write(this.folder.resolve("contacts.csv"),
				List.of("姓名,邮箱,地区代码,角色,语言", "示例甲,rollup-zh@example.org,420000,rollup,zh",
						"示例乙,rollup-en@example.org,420000,rollup,en", "示例丙,alert@example.org,420000,alert,zh"));
	}

	private Path sample(Path jobs) {
		Definitions definitions = DefinitionLoader.load(jobs, "enterprise-monthly");
		Path sample = this.folder.resolve("sample");
		new SampleProvince(definitions.form(), definitions.regions()).generate(
				new SampleRequest(FIRMS, ReportingPeriod.of(2024, 12), ReportingPeriod.of(2026, 1), 7, sample),
				(done) -> {
				});
		return sample;
	}

	/** The shipped definitions, but with deadlines that roll and looking twice a day. */
	private Path jobs() throws IOException {
		Path jobs = this.folder.resolve("jobs");
		try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				Path copy = jobs.resolve(Path.of("jobs").relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		Path report = jobs.resolve("enterprise-monthly");
		String job = Files.readString(report.resolve("job.yaml"));
		job = Arrays.stream(job.split("\n", -1))
			.map((line) -> line.strip().startsWith("cron:")
					? line.replaceFirst("\"0 (\\d+)(/\\d+)? \\* \\* \\* \\?\"", "\"0 $1 0/12 * * ?\"") : line)
			.collect(Collectors.joining("\n"));
		Files.writeString(report.resolve("job.yaml"),
				job.replace("roll: none", "roll: next-working-day").replace(" * * * * ?\"", " 55 0/12 * * ?\""));
		Path expectations = report.resolve("expectations.yaml");
		Files.writeString(expectations, Files.readString(expectations).replace("within: 20m", "within: 13h"));
		return jobs;
	}

}
