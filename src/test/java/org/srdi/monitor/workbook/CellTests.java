package org.srdi.monitor.workbook;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.CellAddress;

import static org.assertj.core.api.Assertions.assertThat;

class CellTests {

	private static final CellAddress A1 = new CellAddress("月报", 0, 0);

	@Test
	void knowsNoNumberOfTextsDatesTruthsAndErrors() {
		assertThat(new Cell(A1, Cell.Kind.TEXT, "12.3").number()).isNull();
		assertThat(new Cell(A1, Cell.Kind.DATE, "2026-10-31").number()).isNull();
		assertThat(new Cell(A1, Cell.Kind.BOOLEAN, "TRUE").number()).isNull();
		assertThat(new Cell(A1, Cell.Kind.ERROR, "#REF!").number()).isNull();
		assertThat(new Cell(A1, Cell.Kind.NUMBER, "12.3").number()).isEqualTo(new BigDecimal("12.3"));
	}

}
