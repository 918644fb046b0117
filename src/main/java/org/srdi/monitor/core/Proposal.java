package org.srdi.monitor.core;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An exact repair of a slip that was found in a report. It takes effect only when the
 * enterprise confirms it.
 *
 * @param rule the code of the rule that the slip breaks, as in V52
 * @param problem the key under which it is confirmed, see
 * {@link Report#problem(String, CellAddress)}
 * @param slip what has happened, for instance {@code unit} or {@code columns-swapped}
 * @param repair the figures that change with the amounts they get
 * @param message what was found, why it is believed and what is proposed, in Chinese
 * @param messageEn the same in English
 */
public record Proposal(String rule, String problem, String slip, Map<FigureKey, BigDecimal> repair, String message,
		String messageEn) {

	/** Keeps its own copy, in the order given. */
	public Proposal {
		repair = Collections.unmodifiableMap(new LinkedHashMap<>(repair));
	}

	/**
	 * Returns the report as it is meant: every figure keeps its cell and what was read
	 * there.
	 */
	public Report applyTo(Report report) {
		Map<FigureKey, Figure> figures = new LinkedHashMap<>(report.figures());
		this.repair.forEach((key, amount) -> figures.computeIfPresent(key,
				(same, figure) -> new Figure(figure.cell(), figure.text(), amount)));
		return report.with(figures);
	}

}
