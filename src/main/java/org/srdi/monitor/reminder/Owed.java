package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.util.List;

/**
 * The reports that are owed in a scope.
 *
 * @param due how many enterprises owe one
 * @param accepted how many of these have one accepted
 * @param weight what all of them weigh, in 万元
 * @param covered what those with an accepted report weigh, in 万元
 * @param missing the others
 */
record Owed(int due, int accepted, BigDecimal weight, BigDecimal covered, List<MissingReport> missing) {

}
