package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Violation;

/** What the tests know of the enterprise, and the check by one rule. */
final class Checking {

	static final Facts FACTS = new Facts("示例企业(武汉)001", "35", false, ReportingPeriod.of(2026, 10), false, null);

	private Checking() {
	}

	static List<Violation> violations(String rule, ReportSketch sketch) {
		return violations(rule, sketch, FACTS);
	}

	static List<Violation> violations(String rule, ReportSketch sketch, Facts facts) {
		return violations(rule, ReportSketch.RULES, sketch.build(), facts);
	}

	static List<Violation> violations(String rule, ReportRules rules, Report report, Facts facts) {
		return rules.check(report, facts).filter((violation) -> violation.rule().equals(rule)).all();
	}

	static Facts lastMonth(String... keysAndAmounts) {
		Map<FigureKey, BigDecimal> amounts = new HashMap<>();
		for (int i = 0; i < keysAndAmounts.length; i += 2) {
			amounts.put(FigureKey.parse(keysAndAmounts[i]), new BigDecimal(keysAndAmounts[i + 1]));
		}
		return new Facts(FACTS.registeredName(), "35", false, FACTS.currentPeriod(), false, amounts);
	}

}
