package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.submission.Tally;

/**
 * What a run that was done rests on and has made.
 *
 * @param tally what it took in
 * @param inputs what it worked on
 * @param outputs the files it published
 * @param figures the headline figures when it was done, by name
 */
record RunResult(Tally tally, Inputs inputs, List<Publications.Recorded> outputs,
		Map<String, @Nullable BigDecimal> figures) {

	/**
	 * What a result rests on: the same inputs give the same result.
	 *
	 * @param digest the SHA-256 over all of it
	 * @param definitions the digest of the definitions
	 * @param register how often register and plans were changed
	 * @param reports the last report and the last change of one
	 */
	record Inputs(String digest, String definitions, String register, String reports) {

	}

}
