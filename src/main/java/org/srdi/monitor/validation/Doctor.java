package org.srdi.monitor.validation;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RuleDefinition;
import org.srdi.monitor.definition.RuleDefinition.Kind;
import org.srdi.monitor.validation.slip.Slip;
import org.srdi.monitor.validation.slip.SlipKind;
import org.srdi.monitor.validation.slip.SlipSearch;

/**
 * Finds slips of unit and shape in reports and proposes their exact repair. Every
 * proposal comes with a violation of the same key, and takes effect only when the
 * enterprise confirms it. May be shared by threads.
 */
public final class Doctor {

	private final SlipSearch search;

	private final Calendar calendar;

	private final List<RuleDefinition> rules;

	private final SlipWords words;

	private Doctor(Definitions definitions) {
		this.search = SlipSearch.of(definitions);
		this.calendar = new Calendar(definitions.job().calendar());
		this.rules = definitions.rules();
		this.words = new SlipWords(new Terms(definitions.form()));
	}

	/** Returns a doctor for the slips that {@code rules.yaml} speaks of. */
	public static Doctor of(Definitions definitions) {
		return new Doctor(definitions);
	}

	/**
	 * Returns the slips of a report, whole-report ones first, each at most once; those
	 * that another one explains are left out.
	 */
	public Diagnosis examine(Report report, Facts facts) {
		ReportingPeriod period = Calendar.periodOf(report);
		if (period == null) {
			return Diagnosis.NONE;
		}
		List<Finding> findings = this.search
			.find(report, period, this.calendar.startsYear(period), facts.lastMonth(), facts.yearAgo())
			.stream()
			.map((slip) -> finding(slip, report))
			.toList();
		return findings.isEmpty() ? Diagnosis.NONE : Diagnosis.of(findings, report);
	}

	/**
	 * Returns the report with those repairs that the enterprise has confirmed and that
	 * are found again in this very report.
	 */
	public Treated treat(Report report, Facts facts) {
		if (report.answers().isEmpty()) {
			return new Treated(report, List.of());
		}
		List<Proposal> confirmed = examine(report, facts).proposals()
			.stream()
			.filter((proposal) -> proposal.isRepairable() && report.confirms(proposal.problem()))
			.toList();
		Report repaired = report;
		for (Proposal proposal : confirmed) {
			repaired = proposal.applyTo(repaired);
		}
		return new Treated(repaired, confirmed);
	}

	private Finding finding(Slip slip, Report report) {
		RuleDefinition rule = rule(slip.kind());
		CellAddress cell = (slip.place() != null) ? report.cell(slip.place()) : null;
		Values values = this.words.values(slip, report, cell);
		Proposal proposal = new Proposal(rule.code(), report.problem(rule.code(), cell), slip.kind().key(),
				slip.repair(), values.fillChinese(rule.message()), values.fillEnglish(rule.messageEn()));
		boolean arguable = rule.kind() == Kind.SHAPE_SLIP && !slip.provable();
		return new Finding(proposal, cell, arguable ? Severity.WARNING : rule.severity(), rule);
	}

	private RuleDefinition rule(SlipKind kind) {
		Kind rule = switch (kind) {
			case UNIT_OF_REPORT -> Kind.UNIT_SLIP;
			case LAST_MONTH_COPIED -> Kind.LAST_MONTH_COPIED;
			case LAST_YEAR_FILLED -> Kind.LAST_YEAR_FILLED;
			default -> Kind.SHAPE_SLIP;
		};
		return this.rules.stream().filter((one) -> one.kind() == rule).findFirst().orElseThrow();
	}

	/**
	 * What was found in a report.
	 *
	 * @param proposals the repairs that are proposed
	 * @param violations the rules the slips break, one for each proposal
	 */
	public record Diagnosis(List<Proposal> proposals, Violations violations) {

		private static final Diagnosis NONE = new Diagnosis(List.of(), Violations.NONE);

		/** Keeps its own copy. */
		public Diagnosis {
			proposals = List.copyOf(proposals);
		}

		private static Diagnosis of(List<Finding> findings, Report report) {
			return new Diagnosis(findings.stream().map(Finding::proposal).toList(),
					new Violations(findings.stream().map((finding) -> finding.violation(report)).toList()));
		}

	}

	/**
	 * A report after treatment.
	 *
	 * @param report the report with the repairs in place of what was read
	 * @param applied the repairs; empty if nothing was confirmed and found again
	 */
	public record Treated(Report report, List<Proposal> applied) {

		/** Keeps its own copy. */
		public Treated {
			applied = List.copyOf(applied);
		}

	}

	/**
	 * A slip as it is told. Where every identity holds anyway it may be explained, and so
	 * may a unit: who has really grown tenfold says so.
	 */
	private record Finding(Proposal proposal, @Nullable CellAddress cell, Severity severity, RuleDefinition rule) {

		Violation violation(Report report) {
			boolean refused = this.rule.kind() == Kind.UNIT_SLIP && report.explains(this.proposal.problem());
			Severity weight = refused ? Severity.WARNING : this.severity;
			boolean explained = weight == Severity.WARNING
					&& (report.explains(this.proposal.problem()) || isRemarked(report));
			return new Violation(this.rule.code(), weight, this.cell, this.proposal.message(),
					this.proposal.messageEn(), explained);
		}

		private boolean isRemarked(Report report) {
			return this.rule.explainedBy() != null
					&& report.entry(Objects.requireNonNull(this.rule.explainedBy())) != null;
		}

	}

}
