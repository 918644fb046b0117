package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityRuleTests {

	@Test
	void acceptsTheRegisteredCodeAndName() {
		assertThat(Checking.violations("V01", ReportSketch.report())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "示例企业(武汉)001", "示例企业 （武汉） 001", "示例企业【武汉】００１", "示例企业〔武汉〕001" })
	void ignoresSpacesWidthsAndFormsOfBrackets(String name) {
		assertThat(Checking.violations("V01", ReportSketch.report().entry("enterprise_name", name))).isEmpty();
	}

	@Test
	void pointsAtANameThatIsNotTheRegisteredOne() {
		assertThat(Checking.violations("V01", ReportSketch.report().entry("enterprise_name", "示例企业（武汉）002")))
			.singleElement()
			.returns("月报!C2", (violation) -> violation.cell().toString())
			.returns("月报!C2 企业名称“示例企业（武汉）002”：与名录中的名称“示例企业(武汉)001”不一致。请核对代码和名称；已更名的，" + "请联系主管部门更新名录",
					Violation::message)
			.returns(true, Violation::isError);
	}

	@Test
	void saysWhichCheckCharacterWasExpected() {
		assertThat(Checking.violations("V01", ReportSketch.report().entry("credit_code", "91350100M000100Y34")))
			.singleElement()
			.returns("月报!C1", (violation) -> violation.cell().toString())
			.returns("月报!C1 统一社会信用代码“91350100M000100Y34”：末位校验码不符：按前 17 位应为 0。请核对营业执照，多为抄错一位", Violation::message);
	}

	@Test
	void refusesWhatHasNotTheShapeOfACode() {
		assertThat(Checking.violations("V01", ReportSketch.report().entry("credit_code", "42010"))).singleElement()
			.extracting(Violation::message)
			.asString()
			.contains("读到 5 位");
	}

	@Test
	void refusesACodeThatIsNotInTheRegister() {
		Facts unknown = new Facts(null, null, false, Checking.FACTS.currentPeriod(), false, null);
		assertThat(Checking.violations("V01", ReportSketch.report(), unknown)).singleElement()
			.extracting(Violation::message)
			.asString()
			.startsWith("月报!C1 统一社会信用代码“91420100MA00003490”：不在企业名录中");
	}

	@Test
	void comparesNothingWithAnEmptyRegister() {
		Facts empty = new Facts(null, null, true, Checking.FACTS.currentPeriod(), false, null);
		assertThat(Checking.violations("V01", ReportSketch.report(), empty)).isEmpty();
		assertThat(Checking.violations("V01", ReportSketch.report().entry("credit_code", "42010"), empty)).hasSize(1);
	}

	@Test
	void leavesBlankCellsToAnotherRule() {
		assertThat(Checking.violations("V01", ReportSketch.report().without("credit_code"))).isEmpty();
		assertThat(Checking.violations("V01", ReportSketch.report().without("enterprise_name"))).isEmpty();
	}

}
