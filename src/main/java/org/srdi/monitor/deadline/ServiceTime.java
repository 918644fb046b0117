package org.srdi.monitor.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * When the service was there. A deadline promises a window of service before it: where
 * outages took some of that away, it moves to the instant at which the service has been
 * there for as long as the window is. So it never comes during an outage that began
 * within its window, more outages never make it earlier, and their order does not matter.
 */
final class ServiceTime {

	private final List<Gap> gaps;

	private ServiceTime(List<Gap> gaps) {
		this.gaps = gaps;
	}

	/**
	 * A time without service.
	 *
	 * @param from when it began
	 * @param to when it ended
	 */
	record Gap(Instant from, Instant to) {

		/** Returns how much of it lies between two instants. */
		Duration within(Instant start, Instant end) {
			Instant from = this.from.isBefore(start) ? start : this.from;
			Instant to = this.to.isAfter(end) ? end : this.to;
			return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
		}

	}

	/** Takes gaps in any order; they may overlap. */
	static ServiceTime without(Collection<Gap> gaps) {
		List<Gap> merged = new ArrayList<>();
		for (Gap gap : gaps.stream().sorted(Comparator.comparing(Gap::from)).toList()) {
			Gap last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
			if (last == null || gap.from().isAfter(last.to())) {
				merged.add(gap);
			}
			else if (gap.to().isAfter(last.to())) {
				merged.set(merged.size() - 1, new Gap(last.from(), gap.to()));
			}
		}
		return new ServiceTime(merged);
	}

	/** Returns where a deadline moves to that promises so much service before it. */
	Instant due(Instant due, Duration window) {
		Instant start = due.minus(window);
		Instant moved = due;
		for (Gap gap : this.gaps) {
			if (gap.from().isBefore(moved)) {
				moved = moved.plus(gap.within(start, Instant.MAX));
			}
		}
		return moved;
	}

}
