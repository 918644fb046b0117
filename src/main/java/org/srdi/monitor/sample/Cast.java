package org.srdi.monitor.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Who does what in the last month. A sample of fewer than 60 firms is without fault;
 * larger ones have the same few faults, however large they are.
 */
final class Cast {

	private static final int LEAST_FIRMS = 60;

	/** Fault by fault, the best is chosen among that many firms. */
	private static final int AUDITION = 600;

	private final Map<Integer, Story> stories = new HashMap<>();

	private final Map<Integer, Fault> faults = new HashMap<>();

	private final List<SampleFirm> candidates;

	Cast(Population population, int firms, long seed) {
		this.candidates = (firms < LEAST_FIRMS) ? List.of() : candidates(population, firms, Chance.of(seed, -3));
		if (!this.candidates.isEmpty()) {
			castFaults();
			castStories();
		}
	}

	private static List<SampleFirm> candidates(Population population, int firms, Chance chance) {
		int[] numbers = population.numbers(firms).toArray();
		IntStream drawn = (numbers.length <= AUDITION) ? IntStream.of(numbers)
				: IntStream.generate(() -> numbers[chance.below(numbers.length)]).limit(AUDITION);
		return chance.shuffled(drawn.distinct().mapToObj(population::firm).toList());
	}

	/** From the last to the first, because the last ones are the most particular. */
	private void castFaults() {
		Fault[] all = Fault.values();
		for (int i = all.length - 1; i >= 0; i--) {
			this.faults.put(choose(all[i]::suits, Story.FAULTY), all[i]);
		}
	}

	private void castStories() {
		for (Story story : Story.values()) {
			for (int i = 0; i < story.firms(); i++) {
				choose((firm) -> firm.makesProfit() ? 1 : 0, story);
			}
		}
	}

	private int choose(ToDoubleFunction<SampleFirm> suitability, Story story) {
		double best = Double.NEGATIVE_INFINITY;
		int number = 0;
		for (SampleFirm firm : this.candidates) {
			double suitable = suitability.applyAsDouble(firm);
			if (suitable > best && !this.stories.containsKey(firm.number())) {
				best = suitable;
				number = firm.number();
			}
		}
		this.stories.put(number, story);
		return number;
	}

	Story story(int number) {
		return this.stories.getOrDefault(number, Story.CLEAN);
	}

	/** Returns the mistake in the firm's report, or null if it makes none. */
	@Nullable Fault fault(int number) {
		return this.faults.get(number);
	}

}
