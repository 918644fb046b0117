package org.srdi.monitor.core;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A slip that was found in a report, with its exact repair if there is one. It takes
 * effect only when the enterprise confirms it.
 *
 * @param rule the code of the rule that the slip breaks, as in V52
 * @param problem the key under which it is confirmed, see
 * {@link Report#problem(String, CellAddress)}
 * @param slip what has happened, for instance {@code unit} or {@code columns-swapped}
 * @param repair the figures that change with the amounts they get, null for those that
 * become blank; empty if there is no exact repair
 * @param message what was found, why it is believed and what is proposed, in Chinese
 * @param messageEn the same in English
 */
public record Proposal(String rule, String problem, String slip, Map<FigureKey, @Nullable BigDecimal> repair,
		String message, String messageEn) {

	/** Keeps its own copy, in the order given. */
	public Proposal {
		repair = Collections.unmodifiableMap(new LinkedHashMap<>(repair));
	}

	/** Returns whether there is something to confirm. */
	public boolean isRepairable() {
		return !this.repair.isEmpty();
	}

	/**
	 * Returns the report as it is meant: every figure keeps its cell and what was read
	 * there. What was blank and is not meant to be shows the amount; a figure whose cell
	 * is not known is left out.
	 */
	public Report applyTo(Report report) {
		Map<FigureKey, Figure> figures = new LinkedHashMap<>(report.figures());
		Map<String, CellAddress> blanks = new LinkedHashMap<>(report.blanks());
		this.repair.forEach((key, amount) -> {
			Figure read = figures.remove(key);
			CellAddress cell = (read != null) ? read.cell() : blanks.remove(key.toString());
			if (cell != null && amount != null) {
				figures.put(key, new Figure(cell, (read != null) ? read.text() : amount.toPlainString(), amount));
			}
			else if (cell != null) {
				blanks.put(key.toString(), cell);
			}
		});
		return new Report(report.entries(), figures, report.products(), blanks, report.answers());
	}

}
