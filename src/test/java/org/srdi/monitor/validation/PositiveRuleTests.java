package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class PositiveRuleTests {

	@Test
	void refusesAnOperatingEnterpriseWithoutEmployees() {
		assertThat(Checking.violations("V40", employees("0"))).singleElement()
			.returns(ReportSketch.cell("employees_end.eop"), (violation) -> violation.cell().toString())
			.returns(ReportSketch.cell("employees_end.eop") + " 期末从业人员(用工)人数（期末）为 0 人，而经营状态为“正常”。请填写实际人数，或更正经营状态",
					Violation::message);
	}

	@Test
	void acceptsASingleEmployee() {
		assertThat(Checking.violations("V40", employees("1"))).isEmpty();
	}

	@Test
	void acceptsNobodyWhereOperationIsSuspended() {
		assertThat(Checking.violations("V40", employees("0").entry("operating_status", "停产"))).isEmpty();
	}

	@Test
	void leavesAbsentFiguresToAnotherRule() {
		assertThat(Checking.violations("V40", ReportSketch.report())).isEmpty();
	}

	private static ReportSketch employees(String number) {
		return ReportSketch.report().figure("employees_end.eop", number);
	}

}
