package org.srdi.monitor.sample;

import java.nio.file.Path;
import java.time.OffsetDateTime;

/**
 * A file that a firm sends in the last month.
 *
 * @param file the file, written already
 * @param arrival when it comes in
 * @param verdict what ought to become of it
 * @param rule the rule it breaks; empty for none
 * @param place the figure or entry the rule points at; empty for none
 * @param cell where that stands; empty for none
 * @param note what else there is to say, in English; may be empty
 */
record Delivery(Path file, OffsetDateTime arrival, Verdict verdict, String rule, String place, String cell,
		String note) {

	/** Makes a delivery that breaks no rule. */
	static Delivery of(Path file, OffsetDateTime arrival, Verdict verdict, String note) {
		return new Delivery(file, arrival, verdict, "", "", "", note);
	}

}
