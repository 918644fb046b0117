package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;

/**
 * A report that is owed and not accepted.
 *
 * @param enterpriseId the number of the enterprise
 * @param name its name
 * @param creditCode null where only the name is public
 * @param city the city of the roster
 * @param county the county of the roster; null where unknown
 * @param weight what it weighs in the coverage by revenue, in 万元; null for nothing
 * @param standing how far the report has come
 * @param findings what keeps its latest version from being accepted
 * @param history how punctual the enterprise was
 * @param person who filled in its last accepted report
 * @param due when the report is due, extensions included
 */
public record MissingReport(long enterpriseId, String name, @Nullable String creditCode, RegionCode city,
		@Nullable RegionCode county, @Nullable BigDecimal weight, Standing standing, Findings findings, History history,
		Person person, Instant due) {

	/** Returns whether it is overdue at an instant. */
	public boolean isOverdue(Instant at) {
		return !this.due.isAfter(at);
	}

	/**
	 * What keeps the latest version from being accepted.
	 *
	 * @param errors how many errors it has
	 * @param unexplained how many warnings lack an explanation
	 * @param rules the rules these are about, by code; empty for none
	 * @param file the number of the file it came in; null where nothing came in
	 * @param fileName the name of that file; null where nothing came in
	 */
	public record Findings(int errors, int unexplained, String rules, @Nullable Long file, @Nullable String fileName) {

	}

	/**
	 * How punctual an enterprise was in the twelve months before.
	 *
	 * @param late the months in which what it sent by the deadline was not accepted
	 * @param months the months it owed a report
	 */
	public record History(int late, int months) {

	}

	/**
	 * Who filled in the last accepted report.
	 *
	 * @param name null where unknown
	 * @param phone null where unknown
	 */
	public record Person(@Nullable String name, @Nullable String phone) {

	}

}
