package org.srdi.monitor.submission;

import org.srdi.monitor.core.Report;

/**
 * A report found in a file.
 *
 * @param position 0 in a form workbook, the row number from 1 in a consolidated one
 * @param contentHash the SHA-256 that tells equal content: of the file, or of the row
 * @param report the report
 */
public record FoundReport(int position, String contentHash, Report report) {

}
