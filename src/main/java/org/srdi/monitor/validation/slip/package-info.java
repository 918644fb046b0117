/**
 * Looks for slips in a report: units, signs, columns and rows mixed up. It works on
 * numbered figures; what is said about a slip is the business of the package above. A
 * suspicion is put to the test by making the repair and looking whether the identities of
 * the form hold then, and whether the figures are in line with what is on file.
 * Likelihoods are {@code double}; amounts never are.
 */
@NullMarked
package org.srdi.monitor.validation.slip;

import org.jspecify.annotations.NullMarked;
