package org.srdi.monitor.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.register.RegisterRow.NamePlace;

/**
 * The enterprises of a register file: rows of one code belong together, rows without a
 * code by name and city.
 */
final class Firms {

	private final Map<CreditCode, Firm> coded = new LinkedHashMap<>();

	private final Map<NamePlace, Firm> uncoded = new LinkedHashMap<>();

	void add(RegisterRow row) {
		CreditCode code = row.code();
		Firm firm = (code != null) ? this.coded.computeIfAbsent(code, (key) -> new Firm())
				: this.uncoded.computeIfAbsent(row.namePlace(), (key) -> new Firm());
		firm.add(row);
	}

	/**
	 * Returns the enterprises in the order of their first rows, checked for agreement.
	 */
	List<Firm> checked(Layout layout, Problems problems) {
		if (!this.uncoded.isEmpty()) {
			join(layout, problems);
		}
		List<Firm> firms = new ArrayList<>(this.coded.values());
		firms.addAll(this.uncoded.values());
		firms.sort(Comparator.comparingInt((firm) -> firm.first().row()));
		firms.forEach((firm) -> firm.check(layout, problems));
		return firms;
	}

	/**
	 * Gives rows without a code to the enterprise of their name and city that has one.
	 */
	private void join(Layout layout, Problems problems) {
		Map<NamePlace, List<Firm>> named = new HashMap<>();
		this.coded.values()
			.forEach((firm) -> named.computeIfAbsent(firm.namePlace(), (key) -> new ArrayList<>(1)).add(firm));
		this.uncoded.entrySet().removeIf((entry) -> {
			List<Firm> owners = named.getOrDefault(entry.getKey(), List.of());
			if (owners.size() > 1) {
				problems.add(layout.at(entry.getValue().first().row(), RegisterColumns.NAME), "name.ambiguous",
						entry.getKey().name());
			}
			if (owners.size() == 1) {
				owners.get(0).addAll(entry.getValue());
			}
			return owners.size() == 1;
		});
	}

}
