package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.submission.Tally;

/**
 * How two runs differ.
 *
 * @param one the name of the first
 * @param other the name of the second
 * @param differences what is not the same
 * @param same how many things are the same
 */
public record RunComparison(String one, String other, List<Difference> differences, int same) {

	/** The parts of a run that are compared. */
	public enum Part {

		/** Definitions, register and reports. */
		INPUT,
		/** What came in and what became of it. */
		COUNT,
		/** Headline figures. */
		FIGURE,
		/** The hashes of what was published. */
		OUTPUT,
		/** What the steps did. */
		STEP,
		/** How long it took, in seconds; never the same. */
		TIME

	}

	/**
	 * Something that is not the same.
	 *
	 * @param part what kind of thing it is
	 * @param name which
	 * @param one as it is in the first; null where it has none
	 * @param other as it is in the second; null where it has none
	 */
	public record Difference(Part part, String name, @Nullable String one, @Nullable String other) {

	}

	/** Compares two runs. */
	public static RunComparison of(RunPassport one, RunPassport other) {
		Map<Key, String> left = facts(one);
		Map<Key, String> right = facts(other);
		Map<Key, String> all = new LinkedHashMap<>(left);
		right.forEach(all::putIfAbsent);
		List<Difference> differences = new ArrayList<>();
		for (Key key : all.keySet()) {
			if (!Objects.equals(left.get(key), right.get(key))) {
				differences.add(new Difference(key.part(), key.name(), left.get(key), right.get(key)));
			}
		}
		return new RunComparison(one.summary().run(), other.summary().run(), differences,
				all.size() - differences.size());
	}

	private static Map<Key, String> facts(RunPassport run) {
		Map<Key, String> facts = new LinkedHashMap<>();
		inputs(run, facts);
		counts(run.summary().received(), facts);
		run.figures().forEach((name, amount) -> put(facts, Part.FIGURE, name, plain(amount)));
		for (Publications.Recorded output : run.outputs()) {
			put(facts, Part.OUTPUT, output.rollup(), output.sha256());
		}
		for (RunPassport.Step step : run.steps()) {
			if ("COMPLETED".equals(step.status())) {
				put(facts, Part.STEP, step.step(), step.read() + "/" + step.written());
				put(facts, Part.TIME, step.step(), seconds(step.timing()));
			}
		}
		return facts;
	}

	private static void inputs(RunPassport run, Map<Key, String> facts) {
		RunPassport.Inputs inputs = run.inputs();
		if (inputs != null) {
			put(facts, Part.INPUT, "definitions", inputs.definitions());
			put(facts, Part.INPUT, "register", inputs.register());
			put(facts, Part.INPUT, "reports", inputs.reports());
		}
	}

	private static void counts(@Nullable Tally tally, Map<Key, String> facts) {
		if (tally != null) {
			put(facts, Part.COUNT, "files_in", String.valueOf(tally.filesIn()));
			put(facts, Part.COUNT, "accepted", String.valueOf(tally.accepted()));
			put(facts, Part.COUNT, "held", String.valueOf(tally.held()));
			put(facts, Part.COUNT, "returned", String.valueOf(tally.returned()));
			put(facts, Part.COUNT, "duplicate", String.valueOf(tally.duplicate()));
			put(facts, Part.COUNT, "unreadable", String.valueOf(tally.unreadable()));
		}
	}

	private static void put(Map<Key, String> facts, Part part, String name, @Nullable String value) {
		if (value != null) {
			facts.put(new Key(part, name), value);
		}
	}

	private static @Nullable String plain(@Nullable BigDecimal amount) {
		return (amount != null) ? amount.stripTrailingZeros().toPlainString() : null;
	}

	private static @Nullable String seconds(@Nullable Timing timing) {
		return (timing != null) ? BigDecimal.valueOf(timing.took().toMillis(), 3).toPlainString() : null;
	}

	/** Names a fact. */
	private record Key(Part part, String name) {

	}

}
