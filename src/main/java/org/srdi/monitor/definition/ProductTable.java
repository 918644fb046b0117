package org.srdi.monitor.definition;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The table of main products (主要产品产销存), on a sheet of its own.
 *
 * @param sheet the name of the sheet
 * @param title its Chinese heading
 * @param titleEn its English heading
 * @param rows how many rows the template offers
 * @param columns its columns
 */
public record ProductTable(String sheet, String title, String titleEn, int rows, @DefaultValue List<Column> columns) {

	/**
	 * A column of the table.
	 *
	 * @param code its name
	 * @param label its Chinese heading
	 * @param labelEn its English heading
	 * @param type text or quantity
	 * @param maxLength the greatest number of characters; null for quantities
	 */
	public record Column(String code, String label, String labelEn, Type type, @Nullable Integer maxLength) {

	}

	/** What may stand in a column. */
	public enum Type {

		/** Free text. */
		TEXT,
		/**
		 * A number that is not negative, with at most four decimals, in the row's unit.
		 */
		QUANTITY

	}

}
