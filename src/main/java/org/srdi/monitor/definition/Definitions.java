package org.srdi.monitor.definition;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Industry;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;

/**
 * All definitions of a report, complete and checked.
 *
 * @param job when and how
 * @param form what enterprises fill in
 * @param rules what is checked
 * @param indicators what is computed
 * @param rollups what is published
 * @param regions the regions
 * @param industries the industries
 * @param targets the targets of the plans
 * @param workingDays the working days of the country
 * @param watch what has to happen
 * @param digest the SHA-256 over all files, which changes with any of them
 */
public record Definitions(JobDefinition job, Form form, List<RuleDefinition> rules,
		List<IndicatorDefinition> indicators, List<RollupDefinition> rollups, List<Region> regions,
		List<Industry> industries, List<RegionalTarget> targets, WorkingDays workingDays, WatchDefinition watch,
		String digest) {

	/** Returns whether a region is the province or lies in it. */
	public boolean isInProvince(RegionCode code) {
		RegionCode at = code;
		while (at != null && !at.value().equals(this.job.province())) {
			at = parent(at);
		}
		return at != null;
	}

	private @Nullable RegionCode parent(RegionCode code) {
		return this.regions.stream()
			.filter((region) -> region.code().equals(code))
			.findFirst()
			.map(Region::parent)
			.orElse(null);
	}

}
