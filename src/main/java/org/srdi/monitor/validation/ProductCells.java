package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.ProductTable;

/**
 * The cells of the table of main products.
 *
 * @param table the table
 */
record ProductCells(ProductTable table) {

	private static final int DECIMALS = 4;

	void check(Report report, List<Problem> problems) {
		for (ProductLine line : report.products()) {
			for (ProductTable.Column column : this.table.columns()) {
				Entry entry = line.entries().get(column.code());
				if (entry != null) {
					check(entry, column, problems);
				}
			}
		}
	}

	private static void check(Entry entry, ProductTable.Column column, List<Problem> problems) {
		if (column.type() == ProductTable.Type.QUANTITY) {
			checkQuantity(entry, column, problems);
		}
		else if (column.maxLength() != null && entry.text().length() > column.maxLength()) {
			problems.add(problem(entry, column, "cell.too-long", String.valueOf(column.maxLength()),
					String.valueOf(entry.text().length())));
		}
	}

	private static void checkQuantity(Entry entry, ProductTable.Column column, List<Problem> problems) {
		BigDecimal quantity = number(entry.text());
		if (quantity == null) {
			problems.add(problem(entry, column, "cell.no-number"));
		}
		else if (quantity.signum() < 0) {
			problems.add(problem(entry, column, "cell.negative"));
		}
		else if (quantity.stripTrailingZeros().scale() > DECIMALS) {
			problems.add(problem(entry, column, "cell.too-many-decimals", String.valueOf(DECIMALS)));
		}
	}

	private static @Nullable BigDecimal number(String text) {
		try {
			return new BigDecimal(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,\\s]", ""));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static Problem problem(Entry entry, ProductTable.Column column, String key, String... arguments) {
		return Problem.of(entry.cell(), column.label(), column.labelEn(), entry.text(), key, arguments);
	}

}
