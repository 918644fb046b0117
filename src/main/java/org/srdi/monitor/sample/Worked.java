package org.srdi.monitor.sample;

/**
 * A firm whose figures are known.
 *
 * @param firm the firm
 * @param exempt whether it owes no report
 * @param books its books
 * @param sent what it sends in the last month
 */
record Worked(SampleFirm firm, boolean exempt, Books books, Sent sent) {

}
