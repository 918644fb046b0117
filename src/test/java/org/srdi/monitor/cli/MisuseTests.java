package org.srdi.monitor.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a command says that cannot be understood, in the language of who typed it. */
class MisuseTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			deadline --period 2026-13;--period 的值“2026-13”不对，应为：年月，如 2026-10
			assess --quarter 2026Q5;--quarter 的值“2026Q5”不对，应为：年份和季度，如 2026Q3
			rerun --periods 2026-05..2026-03;--periods 的值“2026-05..2026-03”不对，应为：起止月份，如 2025-03..2025-06，或一个月份
			run --period 2026-10 --as-of 2026-11-03;--as-of 的值“2026-11-03”不对，应为：日期、时间和时差，如 2026-10-28T24:00+08:00
			extend --revoke seven;--revoke 的值“seven”不对，应为：数字
			deadline;缺少必填的内容：--period=YYYY-MM
			register import;缺少必填的内容：FILE
			extend --period 2026-10;须给出其中一个：--enterprise=CODE --region=CODE --all --list --revoke=ID
			extend --all --list;只能给出其中一个：--all --list
			deadline --period 2026-10 --period 2026-09;只能给一次：--period
			deadline --perod 2026-10;缺少必填的内容：--period=YYYY-MM
			status --period 2026-10 --jsn;不认识“--jsn”。是否想用：--json
			stauts;不认识“stauts”。是否想用：status
			""")
	void saysWhatIsWrongAndWhatWasExpected(String words, String answer) {
		StringWriter err = new StringWriter();
		assertThat(run(Locale.CHINA, err, words)).isEqualTo(ExitCode.BAD_INPUT);
		assertThat(err.toString().lines().findFirst().orElse("")).startsWith(answer);
		assertThat(err.toString()).contains("--help").doesNotContain("Exception");
	}

	@Test
	void saysSoInEnglish() {
		StringWriter err = new StringWriter();
		assertThat(run(Locale.ENGLISH, err, "deadline --period 2026-13 --lang en")).isEqualTo(ExitCode.BAD_INPUT);
		assertThat(err.toString().lines()).containsExactly(
				"--period cannot be \"2026-13\"; expected: year and month, as in 2026-10",
				"Try \"srdi-monitor deadline --help\".");
	}

	@Test
	void theLanguageMayStandBeforeTheCommand() {
		StringWriter err = new StringWriter();
		assertThat(run(Locale.ENGLISH, err, "--lang en deadline")).isEqualTo(ExitCode.BAD_INPUT);
		assertThat(err.toString()).startsWith("Missing: --period=YYYY-MM");
	}

	@Test
	void theEndOfADayIsAnInstant() {
		assertThat(new Settings.InstantConverter().convert("2026-11-02T24:00+08:00"))
			.isEqualTo(Instant.parse("2026-11-02T16:00:00Z"));
	}

	private static int run(Locale locale, StringWriter err, String words) {
		Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), locale, false);
		return Main.run(console, words.split(" "));
	}

}
