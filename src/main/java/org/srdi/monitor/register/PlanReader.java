package org.srdi.monitor.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.workbook.Table.Column;
import org.srdi.monitor.workbook.Table.TableRow;

/** Reads the rows of a file of yearly plans and checks them cell by cell. */
final class PlanReader {

	private static final Pattern YEAR = Pattern.compile("20\\d{2}年?度?");

	private final List<String> measures;

	private final Map<String, String> names = new HashMap<>();

	private final Problems problems;

	private final Map<Key, CellAddress> stated = new HashMap<>();

	PlanReader(List<String> measures, Problems problems) {
		this.measures = measures;
		this.problems = problems;
		for (Column column : PlanColumns.of(measures)) {
			if (measures.contains(column.code())) {
				this.names.put(key(column.code()), column.code());
				column.labels().forEach((label) -> this.names.put(key(label), column.code()));
			}
		}
	}

	/** Reads the targets of a row, without those that have a problem. */
	List<Planned> read(TableRow row) {
		Cells cells = new Cells(row, this.problems);
		CreditCode code = code(cells);
		Integer year = year(cells);
		List<Planned> planned = new ArrayList<>();
		for (Place place : places(cells)) {
			BigDecimal amount = cells.target(place.column(), PlanColumns.isWhole(place.measure()));
			if (amount != null && code != null && year != null) {
				demandNew(new Key(code, year, place.measure()), cells.at(place.column()));
				planned.add(new Planned(row.place().row(), code, year, place.measure(), amount));
			}
		}
		return planned;
	}

	private static @Nullable CreditCode code(Cells cells) {
		if (cells.plain(PlanColumns.CREDIT_CODE) == null) {
			cells.problem(PlanColumns.CREDIT_CODE, "plan.code");
		}
		return cells.creditCode(PlanColumns.CREDIT_CODE);
	}

	private static @Nullable Integer year(Cells cells) {
		String text = cells.plain(PlanColumns.YEAR);
		if (text == null || !YEAR.matcher(text).matches()) {
			cells.problem(PlanColumns.YEAR, "plan.year", shown(text));
			return null;
		}
		return Integer.valueOf(text.substring(0, 4));
	}

	/**
	 * Returns where the targets of a row stand: one column each, or measure and target.
	 */
	private List<Place> places(Cells cells) {
		List<Place> places = new ArrayList<>();
		this.measures.forEach((measure) -> places.add(new Place(measure, measure)));
		String name = cells.plain(PlanColumns.MEASURE);
		String amount = cells.plain(PlanColumns.TARGET);
		String measure = (name != null) ? this.names.get(key(name)) : null;
		if (measure != null && amount != null) {
			places.add(new Place(measure, PlanColumns.TARGET));
		}
		else if (measure != null) {
			cells.problem(PlanColumns.TARGET, "plan.target", shown(name));
		}
		else if (name != null || amount != null) {
			cells.problem(PlanColumns.MEASURE, "plan.measure", shown(name), String.join(", ", this.measures));
		}
		return places;
	}

	private void demandNew(Key key, CellAddress place) {
		CellAddress before = this.stated.putIfAbsent(key, place);
		if (before != null) {
			this.problems.add(place, "plan.duplicate", key.code().value(), Integer.toString(key.year()), key.measure(),
					this.problems.describe(before));
		}
	}

	private static String shown(@Nullable String text) {
		return (text != null) ? text : "—";
	}

	private static String key(String label) {
		return CreditCode.normalise(label).toLowerCase(Locale.ROOT);
	}

	/** One target as the file states it, of two decimals. */
	record Planned(int row, CreditCode code, int year, String measure, BigDecimal amount) {

	}

	private record Place(String measure, String column) {

	}

	private record Key(CreditCode code, int year, String measure) {

	}

}
