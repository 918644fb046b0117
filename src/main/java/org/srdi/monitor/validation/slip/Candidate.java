package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A slip that may have happened.
 *
 * @param kind what would have happened
 * @param power the figures would be too large by ten to this power
 * @param changes what would have to be changed, by number of the figure; null for what
 * would become blank
 * @param supplied the figures whose amount comes from the file and not from the report,
 * so that their agreement proves nothing
 * @param test tells from what speaks for and against it whether it has happened
 */
record Candidate(SlipKind kind, int power, Map<Integer, @Nullable BigDecimal> changes, Set<Integer> supplied,
		Predicate<Weighing> test) {

	/** Keeps its own copy, in the order given. */
	Candidate {
		changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
	}

	Candidate(SlipKind kind, int power, Map<Integer, @Nullable BigDecimal> changes, Predicate<Weighing> test) {
		this(kind, power, changes, Set.of(), test);
	}

	/** Returns the first figure of it. */
	int place() {
		return this.changes.keySet().iterator().next();
	}

}
