package org.srdi.monitor.sample;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.submission.ReportDraft;

/**
 * What a firm sends in the last month.
 *
 * @param accepted the report that ought to be accepted; null if there is none
 * @param deliveries the files
 */
record Sent(@Nullable ReportDraft accepted, List<Delivery> deliveries) {

	Sent {
		deliveries = List.copyOf(deliveries);
	}

}
