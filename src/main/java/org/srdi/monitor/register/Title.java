package org.srdi.monitor.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Tier;

/**
 * A recognition (认定) an enterprise was given.
 *
 * @param tier what it was recognised as
 * @param batch the round, as in 3; empty where unknown
 * @param grantedOn the day of the announcement; null where unknown
 * @param validFrom the first day; null: from the day granted, or since before the
 * register
 * @param validTo the last day; null: open
 * @param status what became of it
 */
public record Title(Tier tier, String batch, @Nullable LocalDate grantedOn, @Nullable LocalDate validFrom,
		@Nullable LocalDate validTo, Status status) {

	Key key() {
		return new Key(this.tier, this.batch);
	}

	/** What became of a title. */
	public enum Status {

		/** 有效. */
		VALID,
		/** 过期; counted up to its last day. */
		EXPIRED,
		/** 撤销; not counted. */
		REVOKED,
		/** 被替代; counted up to its last day. */
		SUPERSEDED

	}

	record Key(Tier tier, String batch) {

	}

}
