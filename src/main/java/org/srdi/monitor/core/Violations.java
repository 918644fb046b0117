package org.srdi.monitor.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * The rules that a report breaks, in the order they were found.
 *
 * @param all the violations
 */
public record Violations(List<Violation> all) {

	/** No violation. */
	public static final Violations NONE = new Violations(List.of());

	/** Keeps its own copy. */
	public Violations {
		all = List.copyOf(all);
	}

	public static Violations of(Violation... violations) {
		return new Violations(List.of(violations));
	}

	/** Returns these and the others. */
	public Violations and(Violations others) {
		if (this.all.isEmpty()) {
			return others;
		}
		if (others.all.isEmpty()) {
			return this;
		}
		List<Violation> both = new ArrayList<>(this.all);
		both.addAll(others.all);
		return new Violations(both);
	}

	public Violations filter(Predicate<Violation> condition) {
		return new Violations(this.all.stream().filter(condition).toList());
	}

	public boolean isEmpty() {
		return this.all.isEmpty();
	}

	/** Returns whether any of them is an error. */
	public boolean hasErrors() {
		return this.all.stream().anyMatch(Violation::isError);
	}

	/** Returns whether any of them is a warning without explanation. */
	public boolean hasOpenWarnings() {
		return this.all.stream().anyMatch(Violation::isOpenWarning);
	}

	public Stream<Violation> stream() {
		return this.all.stream();
	}

	/** Returns a collector that merges several into one. */
	public static Collector<Violations, ?, Violations> merging() {
		return Collector.of(ArrayList<Violation>::new, (list, violations) -> list.addAll(violations.all),
				(left, right) -> {
					left.addAll(right);
					return left;
				}, Violations::new);
	}

}
