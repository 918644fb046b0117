package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1234.50            | 1234.50            |
			1,234,567.8        | 1234567.8          | THOUSANDS
			1，234.5           | 1234.5             | THOUSANDS
			１，２３４．５     | 1234.5             | FULL_WIDTH THOUSANDS
			-3                 | -3                 |
			−3                 | -3                 |
			+0.5               | 0.5                |
			.5                 | 0.5                |
			1 234 567          | 1234567            | THOUSANDS
			(123.45)           | -123.45            | ACCOUNTING_NEGATIVE
			（123.45）         | -123.45            | ACCOUNTING_NEGATIVE
			123.45-            | -123.45            | ACCOUNTING_NEGATIVE
			△123.45            | -123.45            | ACCOUNTING_NEGATIVE
			¥1,200             | 1200               | CURRENCY THOUSANDS
			￥88               | 88                 | CURRENCY
			-¥88               | -88                | CURRENCY
			3.5亿              | 3.5                | UNIT_SUFFIX
			350 万元           | 350                | UNIT_SUFFIX
			58人               | 58                 | UNIT_SUFFIX
			85%                | 85                 | PERCENT
			85％               | 85                 | PERCENT
			914201000000000018 | 914201000000000018 |
			""")
	void readsNumbersAsPeopleTypeThem(String text, BigDecimal amount, String rules) {
		TypedNumber number = TypedNumber.parse(text);

		assertThat(number).isNotNull();
		assertThat(number.amount()).isEqualTo(amount);
		assertThat(number.rules()).isEqualTo(rules(rules));
	}

	private static Set<Tolerance> rules(String names) {
		return (names == null) ? Set.of()
				: Arrays.stream(names.split(" ")).map(Tolerance::valueOf).collect(Collectors.toSet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,23", "1,2345", "1 2", "12箱", "10²", "①", "1e3", "-", ".", "无", "--1", "1.2.3", "()",
			"约12", "12~15", "((1))", "1%%", "亿" })
	void takesNothingElseForANumber(String text) {
		assertThat(TypedNumber.parse(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "—", "－", "-", "/", "／", "无", "N/A", "***", "——", "…" })
	void knowsMarksForNone(String text) {
		assertThat(TypedNumber.isNone(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "零", "无数据", "-1", "/12" })
	void takesNothingElseForNone(String text) {
		assertThat(TypedNumber.isNone(text)).isFalse();
	}

}
