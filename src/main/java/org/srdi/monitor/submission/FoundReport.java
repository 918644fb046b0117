package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.List;

import org.srdi.monitor.core.Report;

/**
 * A report found in a file.
 *
 * @param position 0 in a form workbook, the row number from 1 in a consolidated one
 * @param contentHash the SHA-256 that tells equal content: of the file, or of the row
 * @param report the report
 * @param tolerances what was forgiven when it was read
 */
public record FoundReport(int position, String contentHash, Report report, List<Tolerated> tolerances) {

	public FoundReport {
		tolerances = List.copyOf(tolerances);
	}

	/** Returns the same with more that was forgiven. */
	FoundReport and(List<Tolerated> more) {
		if (more.isEmpty()) {
			return this;
		}
		List<Tolerated> all = new ArrayList<>(this.tolerances);
		all.addAll(more);
		return new FoundReport(this.position, this.contentHash, this.report, all);
	}

}
