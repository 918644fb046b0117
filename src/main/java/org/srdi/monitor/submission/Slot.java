package org.srdi.monitor.submission;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.Style;

/**
 * A cell of a form workbook that is filled in.
 *
 * @param cell where it is
 * @param style how it looks
 */
record Slot(CellAddress cell, Style style) {

}
