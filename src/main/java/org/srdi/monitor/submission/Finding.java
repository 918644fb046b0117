package org.srdi.monitor.submission;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;

/**
 * A line of the list of problems.
 *
 * @param key names the problem across versions
 * @param enterprise the name and the credit code of the enterprise
 * @param cell the cell to blame; null if there is none
 * @param indicator what is reported there; empty if it is not known
 * @param read what was read there; empty if there is no cell
 * @param rule the code and the title of the rule
 * @param message what is wrong
 * @param demand what is to be done
 * @param repair how to do it
 * @param proposed the amounts that are proposed, by cell, as text
 * @param explainable whether an explanation settles it
 * @param explanation the explanation so far; empty for none
 * @param confirmed whether the proposal is confirmed
 */
record Finding(String key, String enterprise, @Nullable CellAddress cell, String indicator, String read, String rule,
		String message, Demand demand, String repair, Map<CellAddress, String> proposed, boolean explainable,
		String explanation, boolean confirmed) {

	/** What an enterprise has to do, the most pressing first. */
	enum Demand {

		/** It must repair the cell. */
		REPAIR,
		/** It is to confirm a proposed repair. */
		CONFIRM,
		/** It must explain the cell. */
		EXPLAIN,
		/** It has answered already; the answer stays in the list, its only place. */
		ANSWERED

	}

}
