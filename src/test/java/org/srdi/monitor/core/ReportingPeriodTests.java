package org.srdi.monitor.core;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReportingPeriodTests {

	@ParameterizedTest
	@ValueSource(strings = { "2026-10", "202610", "2026年10月", " 2026-10 " })
	void readsHowPeopleWriteMonths(String text) {
		assertThat(ReportingPeriod.parse(text)).isEqualTo(ReportingPeriod.of(2026, 10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-13", "2026-00", "10-2026", "October", "" })
	void saysWhatWasReadAndExpected(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ReportingPeriod.parse(text))
			.withMessage("'" + text + "' is no period: expected year and month, as in 2026-10");
	}

	@Test
	void crossesYears() {
		ReportingPeriod january = ReportingPeriod.of(2026, 1);
		assertThat(january.previous()).hasToString("2025-12");
		assertThat(january.yearBefore()).hasToString("2025-01");
		assertThat(january.plus(23)).hasToString("2027-12");
		assertThat(january.next().startOfYear()).isEqualTo(january);
	}

	@Test
	void knowsItsDaysAndQuarter() {
		ReportingPeriod february = ReportingPeriod.of(2028, 2);
		assertThat(february.lastDay()).isEqualTo(LocalDate.of(2028, 2, 29));
		assertThat(february.months()).isEqualTo(2);
		assertThat(february.endsQuarter()).isFalse();
		assertThat(february.next().endsQuarter()).isTrue();
	}

}
