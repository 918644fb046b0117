package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violation;

/**
 * What an enterprise is told about a version of its report: what came in, what was read
 * and forgiven, what was checked and found, and what became of it. Given once, it does
 * not change.
 *
 * @param file the file it came in
 * @param creditCode the credit code as read; null if blank
 * @param enterprise the name as read; null if blank
 * @param period the month as read, as in 2026-10; null if it names none
 * @param version counts the versions of the enterprise and month from 1; null where one
 * of both is not known
 * @param read how much was read
 * @param tolerances what was forgiven
 * @param rules the codes of the rules it was held against
 * @param problems what it breaks
 * @param proposals the repairs that are proposed, which wait to be confirmed
 * @param repairs the repairs that were confirmed and took effect
 * @param changes what differs from the version before
 * @param verdict what became of it
 * @param deadline how it stands to the deadline; null where the month is not known
 */
public record Receipt(File file, @Nullable String creditCode, @Nullable String enterprise, @Nullable String period,
		@Nullable Integer version, Count read, List<Forgiven> tolerances, List<String> rules, List<Problem> problems,
		List<Repair> proposals, List<Repair> repairs, List<Change> changes, SubmissionState verdict,
		@Nullable Deadline deadline) {

	/**
	 * The file a version came in.
	 *
	 * @param name the name it came in with
	 * @param sha256 the hash of its bytes
	 * @param size how many bytes it has
	 * @param row the row in a consolidated workbook, counted from 1; 0 in a form
	 * @param receivedAt when it arrived
	 */
	public record File(String name, String sha256, long size, int row, Instant receivedAt) {

	}

	/**
	 * How much was read.
	 *
	 * @param entries the entries that were filled in
	 * @param figures the figures that were filled in
	 * @param products the rows of the table of products
	 * @param blanks the cells that were found blank
	 */
	public record Count(int entries, int figures, int products, int blanks) {

		static Count of(Report report) {
			return new Count(report.entries().size(), report.figures().size(), report.products().size(),
					report.blanks().size());
		}

	}

	/**
	 * Something that was forgiven.
	 *
	 * @param rule what kind of thing
	 * @param cell where; null where it concerns the file
	 * @param read what stands there
	 * @param taken what it was taken for
	 */
	public record Forgiven(Tolerance rule, @Nullable String cell, String read, String taken) {

		static Forgiven of(Tolerated tolerated) {
			return new Forgiven(tolerated.rule(), Objects.toString(tolerated.cell(), null), tolerated.read(),
					tolerated.taken());
		}

	}

	/**
	 * A rule that is broken.
	 *
	 * @param rule its code
	 * @param severity how much it weighs
	 * @param cell the cell to repair; null where there is none
	 * @param message what was read, what was expected and what to do, in Chinese
	 * @param messageEn the same in English
	 * @param explained whether it has been explained
	 */
	public record Problem(String rule, String severity, @Nullable String cell, String message, String messageEn,
			boolean explained) {

		static Problem of(Violation violation) {
			return new Problem(violation.rule(), violation.severity().name(), Objects.toString(violation.cell(), null),
					violation.message(), violation.messageEn(), violation.explained());
		}

	}

	/**
	 * A repair of a slip.
	 *
	 * @param rule the rule the slip breaks
	 * @param problem the key under which it is confirmed
	 * @param message what was found and what is proposed, in Chinese
	 * @param messageEn the same in English
	 * @param amounts the figures that change, with the amounts they get; null for blank
	 */
	public record Repair(String rule, String problem, String message, String messageEn,
			Map<String, @Nullable BigDecimal> amounts) {

		static Repair of(Proposal proposal) {
			Map<String, @Nullable BigDecimal> amounts = new LinkedHashMap<>();
			proposal.repair().forEach((key, amount) -> amounts.put(key.toString(), amount));
			return new Repair(proposal.rule(), proposal.problem(), proposal.message(), proposal.messageEn(), amounts);
		}

	}

	/**
	 * How a version stands to the deadline of its month.
	 *
	 * @param due the deadline
	 * @param late whether it came in after it
	 * @param difference how long before or after it came in
	 */
	public record Deadline(Instant due, boolean late, Duration difference) {

		static Deadline of(Instant due, Instant receivedAt) {
			return new Deadline(due, receivedAt.isAfter(due), Duration.between(receivedAt, due).abs());
		}

	}

}
