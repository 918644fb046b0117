package org.srdi.monitor.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTests {

	@ParameterizedTest
	@ValueSource(strings = { "二期厂房投产，集中招聘", "春节停产检修", "one-off order of a large customer" })
	void aReasonExplains(String text) {
		assertThat(answer(text).explains()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "核实无误", "经核实，无误。", "情况属实！", "同上", "无", "是的", "Verified", "As above" })
	void aTruismDoesNot(String text) {
		assertThat(answer(text).explains()).isFalse();
	}

	@Test
	void nothingDoesNot() {
		assertThat(new Answer("V50@operating_revenue.m", null, true).explains()).isFalse();
	}

	private static Answer answer(String text) {
		return new Answer("V50@operating_revenue.m", new Entry(new CellAddress("问题清单", 3, 8), text), false);
	}

}
