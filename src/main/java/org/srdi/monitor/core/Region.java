package org.srdi.monitor.core;

import org.jspecify.annotations.Nullable;

/**
 * An administrative region or a zone that reports like one.
 *
 * @param code the code
 * @param parent the region above; null for a province
 * @param level province, city or county
 * @param name the Chinese name
 * @param nameEn the English name
 */
public record Region(RegionCode code, @Nullable RegionCode parent, Level level, String name, String nameEn) {

	/** How high a region stands. */
	public enum Level {

		/** 省. */
		PROVINCE,
		/** 市, including counties directly under the province. */
		CITY,
		/** 县市区, including zones. */
		COUNTY

	}

}
