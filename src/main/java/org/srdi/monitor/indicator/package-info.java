/**
 * Indicators of a month over groups of enterprises: counts, sums, growth on the
 * comparable basis, derived ratios, coverage, as {@code indicators.yaml} defines them.
 * <p>
 * Decisions. Figures count for the enterprises on the roster of the period with an
 * accepted report, whether they owe one or not; counts of reports and coverage concern
 * those that owe one, so that due = accepted + missing. Amounts are added up by the
 * database as decimals and divided here, once, to
 * {@value org.srdi.monitor.indicator.Growth#SCALE} decimals, half up; nothing is rounded
 * before it is printed. A quotient or growth takes only the enterprises that have all its
 * figures: null is not zero. Nothing is imputed.
 */
@ApplicationModule(displayName = "Indicator", allowedDependencies = { "core", "definition", "register", "deadline" })
@NullMarked
package org.srdi.monitor.indicator;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
