package org.srdi.monitor.definition;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DefinitionLoaderTests {

	private static final String FORM = "enterprise-monthly/form.yaml";

	private static final String JOB = "enterprise-monthly/job.yaml";

	private static final String RULES = "enterprise-monthly/rules.yaml";

	private static final String INDICATORS = "enterprise-monthly/indicators.yaml";

	private static final String ROLLUPS = "enterprise-monthly/rollups.yaml";

	@TempDir
	private Path folder;

	private JobsFolder jobs;

	@BeforeEach
	void copyJobs() {
		this.jobs = JobsFolder.in(this.folder);
	}

	@Test
	void loadsWhatIsShipped() {
		Definitions definitions = this.jobs.load();
		assertThat(definitions.form().figureKeys()).hasSize(118);
		assertThat(definitions.regions()).hasSize(132);
		assertThat(definitions.industries()).hasSize(117);
		assertThat(definitions.targets()).hasSize(59);
		assertThat(definitions.rules()).extracting(RuleDefinition::code)
			.contains("V01", "V02", "V03", "V10", "V12", "V13", "V14", "V20", "V22", "V23", "V24", "V30", "V31", "V32",
					"V33", "V40", "V50");
		assertThat(definitions.job().paces()).extracting(JobDefinition.Pace::figure)
			.containsExactly(FigureKey.parse("operating_revenue.ytd"), FigureKey.parse("rd_expenses.ytd"),
					FigureKey.parse("invention_grants.ytd"));
		assertThat(definitions.job().calendar()).returns(ZoneId.of("Asia/Shanghai"), JobDefinition.Calendar::zone)
			.returns(ReportingPeriod.of(2020, 1), JobDefinition.Calendar::firstPeriod)
			.returns(28, JobDefinition.Calendar::dueDay);
	}

	@Test
	void changesItsDigestWithAnyFile() {
		String digest = this.jobs.load().digest();
		assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(this.jobs.load().digest());
		assertThat(this.jobs.append(RULES, "# one more remark\n").load().digest()).isNotEqualTo(digest);
	}

	@Test
	void tellsAllMistakesOfAllFilesAtOnce() {
		this.jobs.replace("shared/regions.csv", "420100,420000", "420100,999999")
			.replace(FORM, "unit: \"万元\"", "unit: \"万圆\"")
			.replace(JOB, "due-day: 28", "due-day: 32")
			.replace(RULES, "tolerance: 0.05", "tolerence: 0.05")
			.replace(INDICATORS, "operating_revenue.ytd_ly", "operating_revenues.ytd_ly")
			.replace(ROLLUPS, "rank-by: revenue_growth", "rank-by: revenue_grouth");
		assertThat(places()).containsExactly("shared/regions.csv:3:8", FORM + ":152:15", JOB + ":15:12",
				RULES + ":38:16", INDICATORS + ":25:19", ROLLUPS + ":18:18");
	}

	@Test
	void saysFilePlaceAndWhatToDoInBothLanguages() {
		this.jobs.replace(JOB, "due-day: 28", "due-day: 32");
		assertThat(mistakes()).singleElement()
			.returns("“due-day”的值 32 超出范围：应在 1 到 31 之间", Mistake::message)
			.returns("“due-day” is 32: expected 1 to 31", Mistake::messageEn)
			.asString()
			.endsWith("enterprise-monthly/job.yaml:15:12: “due-day”的值 32 超出范围：应在 1 到 31 之间"
					+ " / “due-day” is 32: expected 1 to 31");
	}

	@Test
	void refusesBrokenYaml() {
		this.jobs.replace(JOB, "  due-day: 28", " due-day: 28");
		assertThat(places()).containsExactly(JOB + ":15:2");
	}

	@Test
	void refusesAKeyThatStandsTwice() {
		this.jobs.replace(JOB, "  due-day: 28", "  due-day: 28\n  due-day: 27");
		assertThat(mistakes()).singleElement()
			.returns(16, Mistake::line)
			.extracting(Mistake::messageEn)
			.asString()
			.contains("due-day");
	}

	@Test
	void refusesAMissingFile() {
		this.jobs.delete(RULES).delete("shared/targets.csv");
		assertThat(places()).containsExactly("shared/targets.csv:1:1", RULES + ":1:1");
	}

	@Test
	void refusesAnEmptyFile() {
		this.jobs.write(RULES, "# nothing\n");
		assertThat(places()).containsExactly(RULES + ":1:1");
	}

	@Test
	void refusesUnknownKeysHoweverTheyAreWritten() {
		this.jobs.append(JOB, "colour: red\n标签: x\nextra:\n  deep: 1\n");
		assertThat(messages()).containsExactly(
				"unknown key “colour”; check its spelling, the keys are listed in " + "jobs/README.md",
				"unknown key “标签”; check its spelling, the keys are listed in jobs/README.md",
				"unknown key “deep”; check its spelling, the keys are listed in jobs/README.md");
	}

	@Test
	void refusesValuesOfAnotherType() {
		this.jobs.replace(JOB, "due-day: 28", "due-day: last")
			.replace(JOB, "january: separate", "january: seperate")
			.replace(JOB, "zone: Asia/Shanghai", "zone: Asia/Shangai")
			.replace(JOB, "first-period: 2020-01", "first-period: 2020-13")
			.replace(JOB, "figure: operating_revenue.ytd", "figure: operating_revenue")
			.replace(JOB, "amber: 0.90", "amber: much")
			.replace(JOB, "stock-nested: true", "stock-nested: perhaps");
		assertThat(messages()).containsExactly(
				"cannot read “Asia/Shangai” as zone: expected a time zone, as in Asia/Shanghai",
				"cannot read “2020-13” as first-period: expected year and month, as in 2026-10",
				"cannot read “seperate” as january: expected one of separate, merged",
				"cannot read “last” as due-day: expected a whole number, as in 28",
				"cannot read “operating_revenue” as figure: expected a field code, a dot and a column, as in "
						+ "operating_revenue.ytd",
				"cannot read “much” as amber: expected a number, as in 0.05",
				"cannot read “perhaps” as stock-nested: expected true or false");
	}

	@Test
	void goesOnAfterAnUnreadableElementOfAList() {
		this.jobs.replace(RULES, "spans: [m, ytd]", "spans: [mm, ytd, yy]");
		assertThat(places()).containsExactly(RULES + ":37:13", RULES + ":37:22");
	}

	@Test
	void tellsWhatIsMissing() {
		this.jobs.replace(RULES, "    severity: error\n", "").replace(JOB, "  lock-months: 36\n", "");
		assertThat(messages()).containsExactly("“lock-months” is missing; add it", "“severity” is missing; add it");
		assertThat(places()).containsExactly(JOB + ":9:9", RULES + ":6:11");
	}

	@Test
	void refusesARuleOverWhatTheFormLacks() {
		this.jobs.replace(RULES, "plus: [export_delivery_value]", "plus: [exports]")
			.replace(RULES, "plus: [new_product_output]\n    spans: [ytd]",
					"plus: [new_product_output]\n    spans: [m]");
		assertThat(messages()).containsExactly(
				"the form (form.yaml) has no field “exports”; check its spelling or add the field first",
				"the field “new_product_output” has no column “m”: it has ytd, ytd_ly");
	}

	@Test
	void refusesARuleOverDifferentUnits() {
		this.jobs.replace(RULES, "plus: [rd_personnel]", "plus: [rd_personnel, total_assets]");
		assertThat(messages()).containsExactly("units differ: total_assets is in 万元, employees_end is in 人; such "
				+ "figures cannot be added or compared");
	}

	@Test
	void refusesParametersThatARuleLacksOrCannotUse() {
		this.jobs.replace(RULES, "    plus: [export_delivery_value]\n", "    min: 3\n")
			.replace(RULES, "    kind: identity\n    severity: error",
					"    kind: identity\n    severity: error\n    explained-by: remark");
		assertThat(messages()).containsExactlyInAnyOrder(
				"an error cannot be explained: remove explained-by, or make the severity a warning",
				"“plus” is missing: a rule of the kind not-above needs it",
				"“min” means nothing for a rule of the kind not-above; remove it");
	}

	@Test
	void refusesAPlaceholderThatNothingReplaces() {
		this.jobs.replace(RULES, "{label}本年累计 {ytd}", "{label}本年累计 {sum}");
		assertThat(messages()).singleElement()
			.asString()
			.isEqualTo("nothing replaces {sum} in this message: here are {allowed} {before} {cell} {difference} "
					+ "{label} {month} {unit} {ytd}");
	}

	@Test
	void refusesTheSameRuleTwiceButNotTheSameCode() {
		this.jobs.replace(RULES, "title: 流动负债不大于负债合计", "title: 流动资产不大于资产总计");
		assertThat(messages()).containsExactly(
				"the rule V31 “流动资产不大于资产总计” stands there twice; rules may share a " + "code, but not code and title");
	}

	@Test
	void refusesCodesAndLabelsThatStandTwiceInTheForm() {
		this.jobs.replace(FORM, "code: industrial_sales_output", "code: gross_industrial_output")
			.replace(FORM, "aliases: [\"工业销售产值\"]", "aliases: [\"工业 总产值\"]")
			.replace(FORM, "{code: PARTIAL, label: 半停产", "{code: NORMAL, label: 半停产")
			.replace(JOB, "code: close-month", "code: ingest");
		assertThat(messages()).contains("“gross_industrial_output” stands there twice; rename or remove one",
				"the label “工业 总产值” is also a label or alias of “gross_industrial_output”: rows could not be told apart;"
						+ " use another one",
				"“NORMAL” stands there twice; rename or remove one",
				"“ingest” stands there twice; rename or remove one");
	}

	@Test
	void refusesFiguresThatAreIncompleteOrUnfit() {
		this.jobs.replace(FORM, "        unit: \"万千瓦时\"\n", "        unit: 人\n")
			.replace(FORM, "        min: 0\n        max: 150\n", "        max: 150\n")
			.replace(FORM, "        spans: [m, ytd, m_ly, ytd_ly]\n", "        spans: [m, eop]\n")
			.replace(FORM, "        divisions: \"06-46\"", "        divisions: \"46-06\"")
			.replace(FORM, "        max-length: 120\n", "");
		assertThat(messages()).contains(
				"the unit “人” does not fit the type of “electricity_consumption”: expected one of 万元 万千瓦时",
				"“min” is missing; add it", "“max-length” is missing; add it",
				"the column “eop” is none of the block “production”",
				"cannot read the divisions “46-06”: expected two codes of two digits, the lower one first, as in "
						+ "\"06-46\"");
	}

	@Test
	void refusesAFormWithoutWhatTheProgramNeeds() {
		this.jobs.replace(FORM, "code: operating_status", "code: status");
		assertThat(messages())
			.containsExactly("the form lacks the field “operating_status” (type choice), which the program needs");
	}

	@Test
	void refusesIndicatorsThatMakeNoSense() {
		this.jobs
			.replace(INDICATORS, "denominator: [operating_revenue.ytd_ly]", "denominator: [operating_revenue.m_ly]")
			.replace(INDICATORS, "numerator: [operating_revenue.ytd]",
					"numerator: [operating_revenue.ytd, rd_personnel.eop]")
			.replace(INDICATORS, "decimals: 1", "decimals: 9")
			.replace(INDICATORS, "    count: accepted\n", "");
		assertThat(messages()).containsExactly("“count” is missing; add it",
				"units differ: rd_personnel is in 人, operating_revenue is in 万元; such figures cannot be added or "
						+ "compared",
				"“operating_revenue.m_ly” is not last year's figure of “operating_revenue.ytd”: a growth is divided by the"
						+ " same field of last year",
				"“decimals” is 9: expected 0 to 4");
	}

	@Test
	void refusesASentenceOverAnIndicatorThatIsNotDefined() {
		this.jobs.replace(ROLLUPS, "同比 {revenue_growth}", "同比 {revenue_grouth}，{revenue_growth.change}，{span}");
		assertThat(mistakes()).singleElement()
			.returns(11, Mistake::line)
			.extracting(Mistake::messageEn)
			.asString()
			.startsWith("nothing replaces {revenue_grouth} in this sentence");
	}

	@Test
	void refusesSchedulesAndPacesThatMakeNoSense() {
		this.jobs.replace(JOB, "0 0/5 * * * ?", "0/5 * * * *")
			.replace(JOB, "0 30 * * * ?", "0 30 24 29 * ?")
			.replace(JOB, "red: 0.75", "red: 0.95")
			.replace(JOB, "figure: rd_expenses.ytd", "figure: total_assets.eop");
		assertThat(mistakes()).extracting(Mistake::line)
			.containsExactly(this.jobs.line(JOB, "0/5 * * * *"), this.jobs.line(JOB, "0 30 24 29"),
					this.jobs.line(JOB, "red: 0.95"), this.jobs.line(JOB, "figure: total_assets.eop"));
	}

	@Test
	void refusesRemindersThatMakeNoSense() {
		this.jobs.replace(JOB, "coverage-goal: 97.5", "coverage-goal: 100.5")
			.replace(JOB, "code: T-5", "code: T minus 5")
			.replace(JOB, "days: -2", "days: -5")
			.replace(JOB, "time: \"09:00\"\n    to: [enterprise, county]\n  - code: T+1",
					"time: 10:00\n    to: [enterprise, county]\n  - code: T+1")
			.replace(JOB, "[enterprise, county, city]", "[enterprise, county, enterprise]")
			.replace(JOB, "[enterprise, county, city, province]", "[]");
		assertThat(messages()).containsExactly("“coverage-goal” is 100.5: expected 0 to 100",
				"“T minus 5” is no code of a reminder: expected 1 to 20 letters, digits, +, - or _, as in T-5",
				"the reminder “T-2” is not later than “T minus 5” before it; put them in the order of their times, "
						+ "no two at the same time",
				"cannot read “600” as time: expected hours and minutes in quotes, as in \"09:00\"",
				"“enterprise” stands there twice; rename or remove one", "“reminders[4].to” is missing; add it");
	}

	@Test
	void countsTheDaysOfAReminderFromTheDayThatEndsWithTheDeadline() {
		JobDefinition job = this.jobs.load().job();
		Instant due = Instant.parse("2026-10-28T16:00:00Z"); // the 28th, 24:00
		ZoneId zone = job.calendar().zone();
		assertThat(job.coverageGoal()).isEqualByComparingTo("97.5");
		assertThat(job.reminders()).extracting(JobDefinition.Reminder::code, (stage) -> stage.at(due, zone).toString())
			.containsExactly(tuple("T-5", "2026-10-23T01:00:00Z"), tuple("T-2", "2026-10-26T01:00:00Z"),
					tuple("T0", "2026-10-28T01:00:00Z"), tuple("T+1", "2026-10-29T01:00:00Z"),
					tuple("T+3", "2026-10-31T01:00:00Z"));
	}

	@Test
	void refusesListsWithBadValues() {
		this.jobs
			.append("shared/regions.csv", "42010,420000,city,某市,Some City,division,x\n420100,420000,city,又,Again,d,x\n")
			.append("shared/industries.csv", "999,T,division,某业,Some\n")
			.replace("shared/targets.csv", "HB-2021-LG-02,HB-2021-LG,target", "HB-2021-LG-02,HB-2021-LG,aim")
			.append("shared/targets.csv",
					"X-1,X,target,\"计划,一\",厅,,420000,stock_count,LITTLE_GIANT,ge,many,家,,," + "2021-13-01,,,,\n");
		assertThat(places()).containsExactly("shared/regions.csv:134:1", "shared/regions.csv:135:1",
				"shared/industries.csv:119:1", "shared/targets.csv:3:26", "shared/targets.csv:61:43",
				"shared/targets.csv:61:56", "shared/targets.csv:61:59", "shared/targets.csv:61:68");
	}

	@Test
	void refusesFilesOfAnotherShape() {
		this.jobs.write(RULES, "rules: []\n")
			.write(INDICATORS, "{}\n")
			.write(ROLLUPS, "- one\n- two\n")
			.replace(JOB, "schedules:\n", "schedules:\n  - every month\n")
			.append("shared/targets.csv", "\"open,quote\n");
		assertThat(places()).contains("shared/targets.csv:61:1",
				JOB + ":" + this.jobs.line(JOB, "- every month") + ":5", RULES + ":1:8", INDICATORS + ":1:1",
				ROLLUPS + ":1:3", ROLLUPS + ":2:3");
	}

	@Test
	void loadsTheExamplesOfTheReadme() {
		Definitions definitions = this.jobs.replace(JOB, "due-day: 28", "due-day: 5")
			.replace(JOB, "due-month-offset: 0", "due-month-offset: 1")
			.replace(RULES, "min: -30\n    max: 50", "min: -40\n    max: 80")
			.replace(RULES, "{cell} {label}本年累计 {ytd}", "{cell} {label}累计数与上月不衔接，相差 {difference} {unit}。{ytd}")
			.replace("shared/targets.csv", "gte,260,家", "gte,300,家")
			.load();
		// due on 5 November 2026, 24:00 in Shanghai
		assertThat(definitions.job().calendar().due(ReportingPeriod.of(2026, 10))).isEqualTo("2026-11-05T16:00:00Z");
		assertThat(definitions.targets()).filteredOn((target) -> target.rowId().equals("WH-2021-SRDI-03"))
			.extracting((target) -> target.value().intValue())
			.containsExactly(300);
	}

	@Test
	void refusesExpectationsThatMakeNoSense() {
		String file = "enterprise-monthly/expectations.yaml";
		this.jobs.replace(file, "by: due+1d 08:30", "by: tomorrow")
			.replace(file, "by: due+1d 08:30", "by: \"08:30\"")
			.replace(file, "by: due+1d 09:00", "within: 2d")
			.replace(file, "schedule: ingest", "schedule: ingets")
			.replace(file, "within: 20m", "within: 20m\n    by: \"04:30\"")
			.replace(file, "by: \"06:00\"", "by: due+1d 06:00")
			.replace(file, "within: 10m", "within: 1s")
			.replace(file, "what: backup-made", "what: backup-done")
			.replace(file, "label-en: Unreadable files are answered", "label-en: Unreadable\n    schedule: ingest");
		assertThat(messages()).containsExactly(
				"cannot read “tomorrow” as by: expected a time in quotes, \"04:30\", or one counted from the deadline, "
						+ "\"due+1d 08:30\"",
				"“08:30” is not counted from the deadline: write what happens once a month as \"due+1d 08:30\"",
				"“by” is missing; add it", "“within” means nothing for rollup-sent; remove it",
				"schedule-ran needs either by (a time of every day) or within (the longest interval), and only one of "
						+ "them",
				"job.yaml has no schedule “ingets”: expected one of " + this.schedules(),
				"“due+1d 06:00” is counted from the deadline: write what happens every day as a time alone, as in "
						+ "\"04:30\"",
				"“within” is 1s: expected 1m to 366d",
				"cannot read “backup-done” as what: expected one of rollup-published, cities-rolled-up, rollup-sent, "
						+ "schedule-ran, service-alive, backup-made, unreadable-answered",
				"“schedule” means nothing for unreadable-answered; remove it");
	}

	private String schedules() {
		return DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly")
			.job()
			.schedules()
			.stream()
			.map(JobDefinition.Schedule::code)
			.collect(java.util.stream.Collectors.joining(", "));
	}

	@Test
	void refusesListsOfAnotherShape() {
		this.jobs.replace("shared/regions.csv", "name_en", "english").append("shared/industries.csv", "99,T\n");
		assertThat(messages()).contains("the column “name_en” is missing", "unknown column “english”",
				"expected 5 values in this row, found 2; put values with commas in quotes");
	}

	private List<Mistake> mistakes() {
		return catchThrowableOfType(DefinitionException.class, this.jobs::load).mistakes();
	}

	private List<String> places() {
		String prefix = this.folder.toString().replace('\\', '/') + "/";
		return mistakes().stream().map((mistake) -> mistake.place().replace(prefix, "")).toList();
	}

	private List<String> messages() {
		return mistakes().stream().map(Mistake::messageEn).toList();
	}

	@Test
	void refusesACalendarThatMakesNoSense() {
		this.jobs.replace(JOB, "open-day: 1\n", "open-day: 29\n")
			.replace(JOB, "roll: none", "roll: next-monday")
			.replace(JOB, "grace-days: 0", "grace-days: -1")
			.replace(JOB, "on-time: first-accepted", "on-time: mostly")
			.replace(JOB, "outage-window: 6h", "outage-window: six hours")
			.replace(JOB, "outage-limit: 72h", "outage-limit: 800h");
		assertThat(mistakes()).extracting(Mistake::messageEn)
			.containsExactly(
					"cannot read “next-monday” as roll: expected one of none, next-working-day, previous-working-day",
					"“grace-days” is -1: expected 0 to 60",
					"cannot read “mostly” as on-time: expected one of first-arrival, first-accepted",
					"cannot read “six hours” as outage-window: expected a length of time, as in 6h (hours) or 90m (minutes)",
					"“outage-limit” is 800h: expected 0h to 744h",
					"a month would open (day 29, 0 months on) after it is due (day 28, 0 months on); correct open-day or due-day");
		assertThat(mistakes()).extracting(Mistake::line)
			.containsExactly(this.jobs.line(JOB, "roll: next"), this.jobs.line(JOB, "grace-days: -1"),
					this.jobs.line(JOB, "on-time: mostly"), this.jobs.line(JOB, "outage-window: six"),
					this.jobs.line(JOB, "outage-limit: 800h"), this.jobs.line(JOB, "open-day: 29"));
	}

	@Test
	void takesTheUsualCalendarWhereAJobSaysNothingOfIt() {
		for (String line : List.of("  roll: none\n", "  grace-days: 0\n", "  grace-on-time: false\n",
				"  on-time: first-accepted\n", "  outage-window: 6h\n", "  outage-limit: 72h\n", "  open-day: 1\n",
				"  open-month-offset: 0\n")) {
			this.jobs.replace(JOB, line, "");
		}
		assertThat(DefinitionLoader.load(this.jobs.path(), JobsFolder.REPORT).job().calendar())
			.isEqualTo(ShippedDefinitions.load().job().calendar());
	}

	@Test
	void refusesHolidaysThatMakeNoSense() {
		this.jobs.append("shared/holidays.csv", """
				2026-10-01,holiday,国庆节,again
				2026-13-01,holiday,某节,x
				2026-11-02,workday,某节,x
				2026-11-08,closed,某节,x
				2026-11-09,holiday,,x
				""");
		assertThat(places()).containsExactly("shared/holidays.csv:110:1", "shared/holidays.csv:111:1",
				"shared/holidays.csv:112:1", "shared/holidays.csv:113:12", "shared/holidays.csv:114:20");
	}

}
