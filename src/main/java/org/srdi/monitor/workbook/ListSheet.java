package org.srdi.monitor.workbook;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/**
 * A list that is added to a copy of a spreadsheet: a sheet of its own, or the last lines
 * of a csv file.
 *
 * @param name the name of the sheet
 * @param title its title
 * @param instruction what to do with it, in a sentence or two
 * @param columns its columns from left to right
 * @param lines its lines, each with an item per column
 * @param heading recognises the heading of an earlier list, which this one replaces
 */
public record ListSheet(String name, String title, String instruction, List<Column> columns, List<List<Item>> lines,
		Predicate<Row> heading) {

	/** Keeps its own copies. */
	public ListSheet {
		columns = List.copyOf(columns);
		lines = lines.stream().map(List::copyOf).toList();
	}

	/**
	 * A column of a list.
	 *
	 * @param heading what stands on top
	 * @param width its width in digits
	 * @param hidden whether only programs see it
	 */
	public record Column(String heading, int width, boolean hidden) {

	}

	/**
	 * A cell of a list.
	 *
	 * @param text the text, empty for none
	 * @param style how it looks
	 * @param target the cell it leads to and whose address it then shows; null if it
	 * leads nowhere
	 * @param choices what may be chosen instead of the text; empty if anything may be
	 * typed
	 */
	public record Item(String text, Style style, @Nullable CellAddress target, List<String> choices) {

		/** Makes an item of plain text. */
		public static Item of(String text, Style style) {
			return new Item(text, style, null, List.of());
		}

		/** Makes an item that leads to a cell, or an empty one if there is no cell. */
		public static Item leadingTo(@Nullable CellAddress target) {
			return new Item("", (target != null) ? Style.LINK : Style.TEXT, target, List.of());
		}

		/** Makes an item to be chosen. */
		public static Item choice(String text, List<String> choices) {
			return new Item(text, Style.INPUT_WRAP, null, choices);
		}

	}

}
