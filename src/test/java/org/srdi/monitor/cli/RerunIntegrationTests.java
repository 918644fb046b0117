package org.srdi.monitor.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.srdi.monitor.batch.Actor;
import org.srdi.monitor.batch.PeriodChange;
import org.srdi.monitor.batch.Quarters;
import org.srdi.monitor.batch.Reruns;
import org.srdi.monitor.batch.RunHistory;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.batch.RunPassport;
import org.srdi.monitor.batch.RunSummary;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.register.RegisterImport;

import static org.assertj.core.api.Assertions.assertThat;

/** A small province whose months are worked off, assessed and worked off again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RerunIntegrationTests {

	private static final ReportingPeriod AUGUST = ReportingPeriod.of(2026, 8);

	private static final ReportingPeriod SEPTEMBER = ReportingPeriod.of(2026, 9);

	private static final Actor ACTOR = Actor.command("test");

	private static final Path FOLDER = Cli.newFolder();

	private static final Path OUT = FOLDER.resolve("out");

	private static final String[] TABLES = { "indicator_value", "target_flag", "regional_progress", "publication",
			"roster", "run_record", "run_attempt", "run_step", "run_output", "run_figure", "run_lock", "notice",
			"notice_delivery" };

	private static Cli cli;

	private static Application application;

	@BeforeAll
	static void workOffTwoMonths() {
		cli = Cli.of(FOLDER.resolve("var"));
		Path sample = FOLDER.resolve("sample");
		assertThat(cli
			.run("sample", "generate", "--firms", "24", "--from", "2026-08", "--to", "2026-09", "--seed", "5", "--out",
					sample.toString())
			.code()).isZero();
		application = cli.open("--as-of", "2026-09-29T00:30+08:00");
		Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()),
				Locale.CHINA, false);
		assertThat(application.get(RegisterImport.class).run(sample.resolve("register.xlsx")).isImported()).isTrue();
		assertThat(PlanCommand.run(console, application, sample.resolve("plans.xlsx"))).isZero();
		Runs runs = application.get(Runs.class);
		assertThat(runs.month(ACTOR, AUGUST, sample.resolve("history"), OUT, Progress.NONE).status())
			.isEqualTo(RunOutcome.Status.DONE);
		assertThat(application.get(Quarters.class).assess(ACTOR, SEPTEMBER, OUT, Progress.NONE))
			.returns(RunOutcome.Status.NOT_YET, RunOutcome::status)
			.returns("该季度还不能评估：末月 2026-09 尚未月结", RunOutcome::message);
		assertThat(runs.month(ACTOR, SEPTEMBER, sample.resolve("inbox"), OUT, Progress.NONE).status())
			.isEqualTo(RunOutcome.Status.DONE);
	}

	@AfterAll
	static void close() {
		application.close();
	}

	private static Reruns reruns() {
		return application.get(Reruns.class);
	}

	private static List<PeriodChange> rehearse(ReportingPeriod... periods) {
		return reruns().rehearse(List.of(periods), Reruns.Scope.ALL, Progress.NONE).orElseThrow();
	}

	@Test
	@Order(1)
	void theHistoryHasWhatEachStepDid() throws SQLException {
		RunPassport run = application.get(RunHistory.class).show("monthly-operations/2026-09/1").orElseThrow();
		assertThat(run.steps()).extracting(RunPassport.Step::step)
			.containsExactly("ingest-reports", "check-reports", "answer-reports", "aggregate-indicators",
					"flag-targets", "publish-rollup");
		int files = cli.count("SELECT COUNT(*) FROM intake_file WHERE run_id = 'monthly-operations/2026-09/1'");
		assertThat(files).isBetween(2, 49);
		assertThat(run.steps().get(0)).returns((long) files, RunPassport.Step::read)
			.returns((long) files, RunPassport.Step::written)
			.returns(0L, RunPassport.Step::skipped)
			.returns(1L, RunPassport.Step::commits)
			.returns(0L, RunPassport.Step::rollbacks)
			.returns("COMPLETED", RunPassport.Step::status);
		long values = cli.count("SELECT COUNT(*) FROM indicator_value WHERE period = '2026-09'");
		assertThat(run.steps().get(3).written()).isEqualTo(values);
		assertThat(run.balanced()).isTrue();
		assertThat(run.files()).hasSize(files);
	}

	@Test
	@Order(2)
	void aQuarterIsAssessedOnceFromTheFiguresOfItsLastMonth() throws SQLException {
		Quarters quarters = application.get(Quarters.class);
		RunOutcome first = quarters.assess(ACTOR, SEPTEMBER, OUT, Progress.NONE);
		assertThat(first.status()).as(String.valueOf(first.message())).isEqualTo(RunOutcome.Status.DONE);
		assertThat(first.rollup()).isEqualTo(OUT.resolve("专精特新企业季度评估_2026Q3.xlsx")).exists();
		assertThat(quarters.assess(ACTOR, SEPTEMBER, OUT, Progress.NONE).status())
			.isEqualTo(RunOutcome.Status.NOTHING_NEW);

		RunPassport run = application.get(RunHistory.class).show("quarterly-assessment/2026-09/1").orElseThrow();
		assertThat(run.figures().get("revenue")).isEqualByComparingTo(
				number("SELECT SUM(operating_revenue_ytd) FROM monthly_report WHERE period = '2026-09'"));
		assertThat(run.figures().get("accepted"))
			.isEqualByComparingTo(number("SELECT COUNT(*) FROM monthly_report WHERE period = '2026-09'"));
		assertThat(run.outputs()).singleElement().returns("province-quarterly", (output) -> output.rollup());
		assertThat(cli.count("SELECT COUNT(*) FROM publication WHERE rollup = 'province-quarterly'")).isEqualTo(1);
	}

	@Test
	@Order(3)
	void whereNothingChangedNothingIsPublished() throws SQLException {
		List<PeriodChange> changes = rehearse(AUGUST, SEPTEMBER);
		assertThat(changes).hasSize(2).noneMatch(PeriodChange::isAny).allMatch(PeriodChange::closed);
		Map<String, String> before = tables();
		assertThat(reruns().apply(ACTOR, changes, FOLDER.resolve("none"), OUT, Progress.NONE).values())
			.allMatch((outcome) -> outcome.status() == RunOutcome.Status.NOTHING_NEW);
		assertThat(tables()).isEqualTo(before);
	}

	@Test
	@Order(4)
	void tellsWhatWouldChangeBeforeItDoes() throws SQLException {
		int firm = cli.count("SELECT MIN(enterprise_id) FROM monthly_report WHERE period = '2026-08'");
		cli.update("UPDATE monthly_report SET operating_revenue_ytd = operating_revenue_ytd * 3 "
				+ "WHERE period = '2026-08' AND enterprise_id = " + firm);
		BigDecimal revenue = number("SELECT SUM(operating_revenue_ytd) FROM monthly_report WHERE period = '2026-08'");
		Map<String, String> before = tables();
		Map<String, String> values = indicators();
		List<PeriodChange> changes = rehearse(AUGUST);
		assertThat(tables()).isEqualTo(before);
		PeriodChange august = changes.get(0);
		assertThat(august).returns(true, PeriodChange::asked)
			.returns(true, PeriodChange::file)
			.returns(true, PeriodChange::isOfFigures);
		assertThat(changes).extracting(PeriodChange::period).containsExactly(AUGUST, SEPTEMBER);
		assertThat(changes.get(1).asked()).isFalse();

		Map<ReportingPeriod, RunOutcome> outcomes = reruns().apply(ACTOR, changes, FOLDER.resolve("none"), OUT,
				Progress.NONE);
		assertThat(outcomes).containsOnlyKeys(AUGUST);
		assertThat(outcomes.get(AUGUST).rollup()).isEqualTo(OUT.resolve("专精特新企业运行月报_2026-08_r2.xlsx"));
		Map<String, String> now = indicators();
		assertThat(now.keySet().stream().filter((key) -> !now.get(key).equals(values.get(key))).count())
			.isEqualTo(august.values());
		for (PeriodChange.ValueChange value : august.largest()) {
			String key = value.grouping() + "/" + value.member() + "/" + value.indicator();
			assertThat(now.get(key)).startsWith(Objects.requireNonNull(value.to()).toPlainString());
			assertThat(values.get(key)).startsWith(Objects.requireNonNull(value.from()).toPlainString());
		}
		assertThat(number("SELECT amount FROM indicator_value WHERE period = '2026-08' AND grouping_code = 'PROVINCE' "
				+ "AND indicator = 'revenue_ytd'"))
			.isEqualByComparingTo(revenue);
		assertThat(rehearse(AUGUST).get(0).isAny()).isFalse();
		assertThat(application.get(RunHistory.class).list("monthly-operations", AUGUST, 5)).extracting(RunSummary::run)
			.containsExactly("monthly-operations/2026-08/2", "monthly-operations/2026-08/1");
	}

	@Test
	@Order(5)
	void scopesChooseAmongTheMonths() {
		ReportingPeriod july = ReportingPeriod.of(2026, 7);
		List<ReportingPeriod> asked = List.of(july, AUGUST, SEPTEMBER);
		assertThat(reruns().rehearse(asked, Reruns.Scope.FAILED, Progress.NONE).orElseThrow()).isEmpty();
		List<PeriodChange> missing = reruns().rehearse(asked, Reruns.Scope.ONLY_MISSING, Progress.NONE).orElseThrow();
		assertThat(missing).filteredOn(PeriodChange::asked)
			.singleElement()
			.returns(july, PeriodChange::period)
			.returns(false, PeriodChange::closed);
	}

	@Test
	@Order(6)
	void nothingIsRehearsedWhileTheMonthIsWorkedOff() throws SQLException {
		LocalDateTime soon = StoredTime.of(InstantSource.system().instant().plusSeconds(40));
		cli.update("INSERT INTO run_lock (name, owner, held_until) VALUES ('month/2026-08', 'elsewhere/1/1', '"
				+ Timestamp.valueOf(soon) + "')");
		assertThat(reruns().rehearse(List.of(AUGUST, SEPTEMBER), Reruns.Scope.ALL, Progress.NONE)).isEmpty();
		cli.update("DELETE FROM run_lock");
	}

	@Test
	@Order(7)
	void theCommandsMailWhatTheyPublish() throws Exception {
		Path contacts = Files.write(FOLDER.resolve("contacts.csv"),
				List.of("姓名,邮箱,地区代码,角色,语言", "示例甲,zh@example.org,420000,月报,zh"));
		assertThat(cli.run("contacts", "import", contacts.toString()).code()).isZero();
		cli.update("UPDATE monthly_report SET operating_revenue_ytd = operating_revenue_ytd + 1 "
				+ "WHERE period = '2026-09'");
		String[] rerun = { "rerun", "--periods", "2026-09..2026-09", "--out", OUT.toString(), "--as-of",
				"2026-09-29T00:30+08:00" };
		assertThat(cli.run(rerun).out()).contains("专精特新企业运行月报_2026-09_r2.xlsx", "已写出 1 封邮件文件");
		String[] assess = { "assess", "--quarter", "2026Q3", "--out", OUT.toString(), "--as-of",
				"2026-09-29T00:30+08:00" };
		assertThat(cli.run(assess).out()).contains("专精特新企业季度评估_2026Q3_r2.xlsx", "已写出 1 封邮件文件");
		assertThat(cli.text("SELECT notice_key, state FROM notice_delivery ORDER BY notice_key"))
			.isEqualTo("assessment/2026-09/2,SENT\nrollup/2026-09/2,SENT\n");
	}

	private static Map<String, String> indicators() throws SQLException {
		Map<String, String> values = new LinkedHashMap<>();
		try (Connection connection = cli.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT * FROM indicator_value WHERE period = '2026-08'")) {
			while (rows.next()) {
				values.put(
						rows.getString("grouping_code") + "/" + rows.getString("member") + "/"
								+ rows.getString("indicator"),
						rows.getString("amount") + "/" + rows.getString("numerator") + "/"
								+ rows.getString("denominator") + "/" + rows.getString("firms") + "/"
								+ rows.getString("outcome"));
			}
		}
		return values;
	}

	/** Returns every row of the tables that runs write. */
	private static Map<String, String> tables() throws SQLException {
		Map<String, String> tables = new LinkedHashMap<>();
		try (Connection connection = cli.connect(); Statement statement = connection.createStatement()) {
			for (String table : TABLES) {
				try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2, 3")) {
					tables.put(table, text(rows));
				}
			}
		}
		return tables;
	}

	private static String text(ResultSet rows) throws SQLException {
		StringBuilder text = new StringBuilder();
		while (rows.next()) {
			for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
				text.append(rows.getString(column)).append('\t');
			}
			text.append('\n');
		}
		return text.toString();
	}

	private static BigDecimal number(String sql) throws SQLException {
		try (Connection connection = cli.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getBigDecimal(1);
		}
	}

}
