package org.srdi.monitor.register;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.register.RegisterRow.NamePlace;
import org.srdi.monitor.register.RegisterStore.Facts;

/**
 * Finds the enterprises of a file in the register: by code; one that has no code yet, in
 * the file or in the register, by name and city.
 */
final class Recognition {

	private final RegisterStore store;

	private final Layout layout;

	private final Problems problems;

	private final Set<Long> recognised = new HashSet<>();

	Recognition(RegisterStore store, Layout layout, Problems problems) {
		this.store = store;
		this.layout = layout;
		this.problems = problems;
	}

	/** Returns what the register knows of those firms; new ones are absent. */
	Map<Firm, Facts> recognise(List<Firm> firms) {
		Map<CreditCode, Facts> coded = this.store
			.findByCode(firms.stream().map(Firm::code).filter(Objects::nonNull).toList());
		List<Firm> others = firms.stream().filter((firm) -> !coded.containsKey(firm.code())).toList();
		Map<NamePlace, List<Facts>> named = this.store
			.findByName(others.stream().map(Firm::name).collect(Collectors.toSet()));
		Map<Firm, Facts> known = new LinkedHashMap<>();
		for (Firm firm : firms) {
			Facts facts = coded.get(firm.code());
			facts = (facts != null) ? facts : byName(firm, named.getOrDefault(firm.namePlace(), List.of()));
			if (facts != null) {
				claim(firm, facts);
				known.put(firm, facts);
			}
		}
		return known;
	}

	private @Nullable Facts byName(Firm firm, List<Facts> named) {
		List<Facts> candidates = named.stream()
			.filter((facts) -> firm.code() == null || facts.enterprise().creditCode() == null)
			.filter((facts) -> firm.code() == null || !this.recognised.contains(facts.enterprise().id()))
			.toList();
		if (candidates.size() > 1) {
			this.problems.add(this.layout.at(firm.first().row(), RegisterColumns.NAME), "name.ambiguous", firm.name());
		}
		return (candidates.size() == 1) ? candidates.get(0) : null;
	}

	private void claim(Firm firm, Facts facts) {
		if (!this.recognised.add(facts.enterprise().id())) {
			this.problems.add(this.layout.at(firm.first().row(), RegisterColumns.NAME), "name.ambiguous", firm.name());
		}
	}

}
