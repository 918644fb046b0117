package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.publication.Headline;

/**
 * The headline figures that a run leaves in its history: those of the tables are
 * overwritten by the next revision.
 */
final class Figures {

	private Figures() {
	}

	/** Returns the figures by name; rates in %, revenue in 万元. */
	static Map<String, @Nullable BigDecimal> of(Headline headline) {
		Map<String, @Nullable BigDecimal> figures = new LinkedHashMap<>();
		figures.put("due", BigDecimal.valueOf(headline.due()));
		figures.put("accepted", BigDecimal.valueOf(headline.accepted()));
		figures.put("missing", BigDecimal.valueOf(headline.missing()));
		figures.put("coverage_by_count", headline.coverageByCount());
		figures.put("coverage_by_revenue", headline.coverageByRevenue());
		figures.put("revenue", headline.revenue());
		figures.put("revenue_growth", headline.revenueGrowth());
		figures.put("behind", BigDecimal.valueOf(headline.behind()));
		figures.put("red", BigDecimal.valueOf(headline.red()));
		return figures;
	}

}
