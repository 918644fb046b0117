package org.srdi.monitor.workbook;

import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

/**
 * Copies the XML of a sheet with only some of its rows, which close ranks; formulas
 * become their values. What refers to rows moves with them or goes.
 */
final class SheetFilter {

	/** They count on rows or parts that are gone, or are made anew when saved. */
	private static final Set<String> DROPPED = Set.of("dimension", "rowBreaks", "legacyDrawing", "legacyDrawingHF",
			"controls", "oleObjects", "protectedRanges", "ignoredErrors", "customSheetViews", "scenarios",
			"cellWatches", "sortState", "filterColumn");

	private static final Set<String> FORMULAS = Set.of("formula", "formula1", "formula2");

	/** The last cell of column A, for what must have a range and has lost it. */
	private static final String NOWHERE = "A1048576";

	private final XmlCopy xml;

	private final @Nullable KeptRows kept;

	private final @Nullable Ranges ranges;

	private final UsedStrings strings;

	private final Budget budget;

	private int row = -1;

	private int shift;

	/**
	 * Prepares a copy.
	 * @param kept the rows to keep; null for all
	 */
	SheetFilter(XmlCopy xml, @Nullable KeptRows kept, UsedStrings strings, Budget budget) {
		this.xml = xml;
		this.kept = kept;
		this.ranges = (kept != null) ? new Ranges(kept) : null;
		this.strings = strings;
		this.budget = budget;
	}

	void copy() throws XMLStreamException {
		while (this.xml.next()) {
			if (this.xml.isStart("row")) {
				copyRow();
			}
			else if (this.ranges != null && this.xml.isStart()) {
				copyMoved(this.ranges);
			}
			else {
				this.xml.copy();
			}
		}
	}

	private void copyRow() throws XMLStreamException {
		this.row = number(this.xml.attribute("r"), this.row + 2) - 1;
		if (this.kept != null && !this.kept.has(this.row)) {
			this.xml.skip();
			return;
		}
		int target = (this.kept != null) ? this.kept.moved(this.row) : this.row;
		String place = String.valueOf(target + 1);
		boolean shown = this.kept != null && this.kept.isBelow(this.row);
		this.xml.copyStart(shown ? Map.of("r", place, "hidden", "") : Map.of("r", place));
		this.budget.cell();
		while (this.xml.next() && !this.xml.isEnd("row")) {
			if (this.xml.isStart("c")) {
				copyCell(target);
			}
			else {
				this.xml.copy();
			}
		}
		this.xml.copy();
	}

	private void copyCell(int target) throws XMLStreamException {
		this.budget.cell();
		boolean shared = this.xml.attribute("t", "n").equals("s");
		String place = this.xml.attribute("r");
		this.xml.copyStart((place != null)
				? Map.of("r", place.replaceFirst("\\d+$", "") + (target + 1), "cm", "", "vm", "") : Map.of());
		while (this.xml.next() && !this.xml.isEnd("c")) {
			if (this.xml.isStart("f")) {
				this.xml.skip();
			}
			else if (shared && this.xml.isStart("v")) {
				this.xml.copy();
				this.xml.endWith(String.valueOf(this.strings.use(number(this.xml.text(), 0))));
			}
			else {
				this.xml.copy();
			}
		}
		this.xml.copy();
	}

	private static int number(@Nullable String text, int otherwise) throws XMLStreamException {
		try {
			return (text != null) ? Integer.parseInt(text.strip()) : otherwise;
		}
		catch (NumberFormatException ex) {
			throw new XMLStreamException("'" + text + "' is no number", ex);
		}
	}

	private void copyMoved(Ranges moving) throws XMLStreamException {
		String name = this.xml.name();
		if (DROPPED.contains(name)) {
			this.xml.skip();
		}
		else if (name.equals("extLst")) {
			copyExtensions(moving);
		}
		else if (FORMULAS.contains(name)) {
			this.xml.copy();
			this.xml.endWith(Ranges.shifted(this.xml.text(), this.shift));
		}
		else {
			copyStart(moving, name);
		}
	}

	/** Newer kinds of validations and formats name their ranges in elements. */
	private void copyExtensions(Ranges moving) throws XMLStreamException {
		this.xml.copy();
		while (this.xml.next() && !this.xml.isEnd("extLst")) {
			this.xml.copy();
			if (this.xml.isStart("sqref")) {
				this.xml.endWith(otherwise(moving.allMoved(this.xml.text()), NOWHERE));
			}
		}
		this.xml.copy();
	}

	private void copyStart(Ranges moving, String name) throws XMLStreamException {
		switch (name) {
			case "sheetView" -> this.xml.copyStart(Map.of("topLeftCell", ""));
			case "selection" -> this.xml.copyStart(Map.of("activeCell", "", "activeCellId", "", "sqref", ""));
			case "pane" -> copyRange("topLeftCell", otherwise(moving.moved(this.xml.attribute("topLeftCell", "")), ""));
			case "mergeCell" -> copyMerge(moving);
			case "hyperlink", "autoFilter" -> copyRange("ref", moving.moved(this.xml.attribute("ref", "")));
			case "conditionalFormatting", "dataValidation" -> copyRanges(moving);
			case "mergeCells", "dataValidations" -> this.xml.copyStart(Map.of("count", ""));
			default -> this.xml.copy();
		}
	}

	private static String otherwise(@Nullable String text, String otherwise) {
		return (text != null && !text.isEmpty()) ? text : otherwise;
	}

	private void copyRange(String attribute, @Nullable String range) throws XMLStreamException {
		if (range == null) {
			this.xml.skip();
			return;
		}
		this.xml.copyStart(Map.of(attribute, range));
	}

	/**
	 * Drops cells that were merged with others only that are gone, or lost their text.
	 */
	private void copyMerge(Ranges moving) throws XMLStreamException {
		String range = this.xml.attribute("ref", "");
		String moved = moving.moved(range);
		String[] ends = (moved != null) ? moved.split(":", -1) : new String[0];
		boolean gone = this.kept == null || !this.kept.has(Ranges.top(range) - 1) || ends.length < 2
				|| ends[0].equals(ends[1]);
		copyRange("ref", gone ? null : moved);
	}

	private void copyRanges(Ranges moving) throws XMLStreamException {
		String old = this.xml.attribute("sqref", "");
		String moved = moving.allMoved(old);
		this.shift = Ranges.top(moved) - Ranges.top(old.strip());
		copyRange("sqref", moved.isEmpty() ? null : moved);
	}

}
