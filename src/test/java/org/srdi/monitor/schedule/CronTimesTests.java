package org.srdi.monitor.schedule;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CronTimesTests {

	@ParameterizedTest
	@CsvSource({ "0 0/5 * * * ?, 2026-10-29T00:25, 2026-10-29T00:35",
			"0 30 * * * ?, 2026-10-28T23:30, 2026-10-29T00:30", "0 30 0 29 * ?, 2026-09-29T00:30, 2026-10-29T00:30",
			"0 0 8 29 2 ?, 2024-02-29T08:00, 2028-02-29T08:00",
			"0/10 * * * * ?, 2026-10-29T00:29:50, 2026-10-29T00:30:10" })
	void tellsTheTimesBeforeAndAfter(String cron, String before, String after) {
		CronTimes times = new CronTimes(cron, ZoneId.of("Asia/Shanghai"));
		var instant = after.startsWith("2026-10-29T00:30") && !after.endsWith(":10") ? Desk.at("2026-10-29T00:29:59")
				: Desk.at("2026-10-29T00:30");
		assertThat(times.before(instant)).contains(Desk.at(before));
		assertThat(times.after(instant)).contains(Desk.at(after));
	}

	@Test
	void goesByTheTimeZone() {
		CronTimes times = new CronTimes("0 30 8 * * ?", ZoneId.of("Europe/Berlin"));
		assertThat(times.after(Desk.at("2026-10-29T00:00"))).contains(Desk.at("2026-10-29T15:30"));
	}

	@Test
	void hasNoTimeBeforeOrAfterItsYear() {
		CronTimes times = new CronTimes("0 0 8 1 1 ? 2026", ZoneId.of("Asia/Shanghai"));
		assertThat(times.after(Desk.at("2026-10-29T00:00"))).isEmpty();
		assertThat(times.before(Desk.at("2026-01-01T00:00"))).isEmpty();
	}

	@Test
	void refusesWhatIsNoCronExpression() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CronTimes("0 0 8 x * ?", ZoneId.of("Asia/Shanghai")))
			.withMessageContaining("0 0 8 x * ?");
	}

}
