package org.srdi.monitor.validation.slip;

import java.util.List;

/** Suspects slips of some kind. */
interface Suspicion {

	/**
	 * Returns what may have happened.
	 * @param report the report
	 * @param trouble the figures that stand out or break an identity
	 */
	List<Candidate> candidates(Case report, Trouble trouble);

}
