package org.srdi.monitor.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which an enterprise is watched.
 *
 * @param from the first day
 * @param to the last day; null: open
 * @param duty whether it owes reports
 * @param reason why exempt; null where none is given
 */
record Membership(LocalDate from, @Nullable LocalDate to, Duty duty, @Nullable String reason) {

	boolean overlaps(Membership other) {
		return !startsAfter(other) && !other.startsAfter(this);
	}

	private boolean startsAfter(Membership other) {
		return other.to != null && this.from.isAfter(other.to);
	}

}
