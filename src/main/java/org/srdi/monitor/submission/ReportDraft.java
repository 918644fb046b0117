package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;

/**
 * What is to be written into a form workbook or a row of a consolidated one.
 *
 * @param entries the texts by field; choices by the code of the option
 * @param amounts the numbers by key, in the unit of the field
 * @param texts what is typed where a number is due; takes precedence over the amounts
 * @param products the rows of the table of main products, by column code
 */
public record ReportDraft(Map<FieldCode, String> entries, Map<FigureKey, BigDecimal> amounts,
		Map<FigureKey, String> texts, List<Map<String, String>> products) {

	/** Makes a draft of a form that has only its entries filled in. */
	public static ReportDraft of(Map<FieldCode, String> entries) {
		return new ReportDraft(entries, Map.of(), Map.of(), List.of());
	}

}
