package org.srdi.monitor.workbook;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.core.CellAddress;

import static org.assertj.core.api.Assertions.assertThat;

class CellTests {

	private static final CellAddress A1 = new CellAddress("月报", 0, 0);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1234.50        | 1234.50
			1,234,567.8    | 1234567.8
			１，２３４．５ | 1234.5
			-3             | -3
			−3             | -3
			+0.5           | 0.5
			1 234 567      | 1234567
			914201000000000018 | 914201000000000018
			""")
	void readsNumbersTypedAsText(String text, BigDecimal number) {
		assertThat(new Cell(A1, Cell.Kind.TEXT, text).number()).isEqualTo(number);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "12.3%", "1,23", "1,2345", "1 2", "12万元", "10²", "①", "1e3", "-", ".", "无", "--1", "1.2.3" })
	void takesNothingElseForANumber(String text) {
		assertThat(new Cell(A1, Cell.Kind.TEXT, text).number()).isNull();
	}

	@Test
	void knowsNoNumberOfDatesTruthsAndErrors() {
		assertThat(new Cell(A1, Cell.Kind.DATE, "2026-10-31").number()).isNull();
		assertThat(new Cell(A1, Cell.Kind.BOOLEAN, "TRUE").number()).isNull();
		assertThat(new Cell(A1, Cell.Kind.ERROR, "#REF!").number()).isNull();
		assertThat(new Cell(A1, Cell.Kind.NUMBER, "12.3").number()).isEqualTo(new BigDecimal("12.3"));
	}

}
