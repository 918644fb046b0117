package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerColumnsTests {

	private static final AnswerColumns COLUMNS = new AnswerColumns(0, 1, 2);

	@Test
	void recognisesTheHeadingInBothLanguagesAndAnyOrder() {
		assertThat(AnswerColumns.of(row("问题编号(请勿修改)", "", "确认 修复", "情况说明"))).isEqualTo(new AnswerColumns(0, 3, 2));
		assertThat(AnswerColumns.of(row("Explanation", "Confirm repair", "Problem key (do not change)")))
			.isEqualTo(new AnswerColumns(2, 0, 1));
		assertThat(AnswerColumns.of(row("情况说明", "问题编号（请勿修改）"))).isEqualTo(new AnswerColumns(1, 0, -1));
	}

	@Test
	void takesNoOtherRowForAHeading() {
		assertThat(ProblemList.isHeading(row("情况说明", "remark", "订单增加"))).isFalse();
		assertThat(ProblemList.isHeading(row("指标名称", "代码", "计量单位", "本月", "本年累计"))).isFalse();
		assertThat(ProblemList.isHeading(row("问题编号（请勿修改）"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "是", "是。", "Yes", "y", "√", "1", "１", " 对 ", "同意" })
	void knowsAYes(String typed) {
		AnswerColumns.Given given = COLUMNS.read(row("V52@operating_revenue.m", "", typed));
		assertThat(given.answer()).isEqualTo(new Answer("V52@operating_revenue.m", null, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "否", "No", "0", "不是", "x" })
	void takesAnythingElseForANo(String typed) {
		assertThat(COLUMNS.read(row("V52@operating_revenue.m", "", typed))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "91420100MA00003490/V50@net_profit.ytd,91420100MA00003490,V50@net_profit.ytd", "/V01@,'',V01@",
			"V03@,,V03@" })
	void readsTheKey(String typed, String creditCode, String problem) {
		AnswerColumns.Given given = COLUMNS.read(row(typed, "检修停产"));
		assertThat(given).returns(creditCode, AnswerColumns.Given::creditCode);
		assertThat(given.answer().problem()).isEqualTo(problem);
	}

	@Test
	void passesOverLinesWithoutKeyOrAnswer() {
		assertThat(COLUMNS.read(row("", "检修停产"))).isNull();
		assertThat(COLUMNS.read(row("合计", "检修停产"))).isNull();
		assertThat(COLUMNS.read(row("V50@net_profit.ytd"))).isNull();
	}

	@Test
	void takesTheApostropheAwayThatKeepsTextFromBecomingAFormula() {
		AnswerColumns.Given given = COLUMNS.read(row("V50@net_profit.ytd", "'-50%是因为停产"));
		assertThat(given.answer().explanation()).isEqualTo(new Entry(new CellAddress("问题清单", 3, 1), "-50%是因为停产"));
	}

	private static Row row(String... texts) {
		List<Cell> cells = new ArrayList<>();
		for (int column = 0; column < texts.length; column++) {
			if (!texts[column].isBlank()) {
				cells.add(new Cell(new CellAddress("问题清单", 3, column), Cell.Kind.TEXT, texts[column]));
			}
		}
		return new Row(3, cells);
	}

}
