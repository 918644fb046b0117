package org.srdi.monitor.core;

/**
 * A text of a report and where it stands: a header field, an answer, a remark.
 *
 * @param cell the cell it was read from
 * @param text what was typed, stripped, never blank
 */
public record Entry(CellAddress cell, String text) {

}
