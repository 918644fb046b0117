package org.srdi.monitor.schedule;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Action;

/** What each {@link Action} does: something per tick, or something per period. */
final class Actions {

	private final Map<Action, Function<Instant, Outcome>> perTick = new EnumMap<>(Action.class);

	private final Map<Action, ByPeriod> perPeriod = new EnumMap<>(Action.class);

	/**
	 * Something that is done once for each period.
	 *
	 * @param periods which periods have fallen due
	 * @param call does it for a period; may be called again for one that broke off
	 */
	record ByPeriod(FallenDue periods, Function<ReportingPeriod, Outcome> call) {

	}

	/** Lets an action do something at every tick, given the time the tick was due. */
	Actions perTick(Action action, Function<Instant, Outcome> call) {
		this.perTick.put(action, call);
		return this;
	}

	/** Lets an action do something for every period that falls due, in order. */
	Actions perPeriod(Action action, FallenDue periods, Function<ReportingPeriod, Outcome> call) {
		this.perPeriod.put(action, new ByPeriod(periods, call));
		return this;
	}

	/**
	 * Returns these.
	 * @throws IllegalStateException if there is an action that does nothing
	 */
	Actions complete() {
		Set<Action> idle = EnumSet.allOf(Action.class);
		idle.removeAll(this.perTick.keySet());
		idle.removeAll(this.perPeriod.keySet());
		if (!idle.isEmpty()) {
			throw new IllegalStateException("Nothing says what these actions do: " + idle);
		}
		return this;
	}

	boolean isPerPeriod(Action action) {
		return this.perPeriod.containsKey(action);
	}

	ByPeriod byPeriod(Action action) {
		ByPeriod work = this.perPeriod.get(action);
		if (work == null) {
			throw new IllegalArgumentException(action + " does not go by period");
		}
		return work;
	}

	Outcome perform(Action action, Instant scheduledAt) {
		Function<Instant, Outcome> call = this.perTick.get(action);
		if (call == null) {
			throw new IllegalArgumentException(action + " is not done at every tick");
		}
		return call.apply(scheduledAt);
	}

}
