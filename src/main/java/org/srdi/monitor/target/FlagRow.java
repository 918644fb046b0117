package org.srdi.monitor.target;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;

/**
 * A flag and whom it concerns, for publications.
 *
 * @param flag the flag
 * @param name the name of the enterprise
 * @param creditCode its credit code; null where unknown
 * @param city the code of its city, as on the roster of the month
 * @param cityName the Chinese name of the city
 */
public record FlagRow(Flag flag, String name, @Nullable String creditCode, RegionCode city, String cityName) {

}
