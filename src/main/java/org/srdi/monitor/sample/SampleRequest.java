package org.srdi.monitor.sample;

import java.nio.file.Path;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * What sample is wanted.
 *
 * @param firms how many firms, at least one
 * @param from the first month of the history
 * @param to the month whose reports come in one by one, after {@code from}
 * @param seed the same seed gives the same sample
 * @param out the folder it is written to
 */
public record SampleRequest(int firms, ReportingPeriod from, ReportingPeriod to, long seed, Path out) {

	private static final int MOST = 999_999;

	/** Refuses what makes no sample. */
	public SampleRequest {
		if (firms < 1 || firms > MOST) {
			throw new IllegalArgumentException(firms + " firms make no sample: expected 1 to " + MOST);
		}
		if (!from.isBefore(to)) {
			throw new IllegalArgumentException(
					"A sample from " + from + " to " + to + " has no history: expected a later month at the end");
		}
	}

}
