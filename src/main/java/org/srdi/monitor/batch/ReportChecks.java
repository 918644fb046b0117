package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;
import org.srdi.monitor.submission.MonthlyReports;
import org.srdi.monitor.submission.FoundReport;
import org.srdi.monitor.submission.Judged;
import org.srdi.monitor.submission.SubmissionState;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.validation.Doctor;
import org.srdi.monitor.validation.Facts;
import org.srdi.monitor.validation.ReportRules;

/**
 * Checks reports against the rules, with what the register and earlier months know about
 * them.
 */
public final class ReportChecks {

	private static final String WRONG_UNIT = "unit-of-report";

	private static final Logger log = LoggerFactory.getLogger(ReportChecks.class);

	private final Deadlines deadlines;

	private final ReportRules rules;

	private final Doctor doctor;

	private final Enterprises enterprises;

	private final MonthlyReports monthlyReports;

	private final Submissions submissions;

	private final Clock clock;

	ReportChecks(Deadlines deadlines, ReportRules rules, Doctor doctor, Enterprises enterprises,
			MonthlyReports monthlyReports, Submissions submissions, Clock clock) {
		this.deadlines = deadlines;
		this.rules = rules;
		this.doctor = doctor;
		this.enterprises = enterprises;
		this.monthlyReports = monthlyReports;
		this.submissions = submissions;
		this.clock = clock;
	}

	/**
	 * Checks versions and stores what becomes of them, month by month, because a month is
	 * checked against the accepted figures of the month before.
	 */
	void decide(List<? extends Submissions.Waiting> waiting) {
		Map<String, List<Submissions.Waiting>> months = new TreeMap<>();
		for (Submissions.Waiting one : waiting) {
			months.computeIfAbsent(String.valueOf(one.period()), (period) -> new ArrayList<>()).add(one);
		}
		months.values().forEach(this::decideMonth);
	}

	private void decideMonth(List<Submissions.Waiting> month) {
		// what is stored belongs to an enterprise, so nobody may be unknown
		List<Judged> findings = check(month.stream().map(Submissions.Waiting::report).toList(), false);
		List<Submissions.Checked> checked = new ArrayList<>();
		for (int i = 0; i < month.size(); i++) {
			checked.add(new Submissions.Checked(month.get(i), findings.get(i)));
		}
		this.submissions.decide(checked);
		checked.stream().filter((one) -> one.state() != SubmissionState.ACCEPTED).forEach(ReportChecks::note);
		this.monthlyReports.store(checked.stream().filter((one) -> one.state() == SubmissionState.ACCEPTED).toList());
	}

	private static void note(Submissions.Checked checked) {
		log.atInfo().addKeyValue("submission", checked.submission().id()).log("Report is {}", checked.state());
	}

	/** Returns what is found in a report, without storing anything. */
	public Judged check(Report report) {
		return check(List.of(report), this.enterprises.isEmpty()).get(0);
	}

	/** Returns what is found in the reports of a file, without storing anything. */
	public List<Judged> checkAll(List<FoundReport> found) {
		return found.stream().map((one) -> {
			Judged judged = check(one.report());
			return new Judged(one.position(), judged.report(), judged.violations(), judged.proposals(),
					judged.repairs());
		}).toList();
	}

	/** Returns whether the month before is on file for the enterprise of the report. */
	public boolean hasMonthBefore(Report report) {
		Optional<ReportingPeriod> period = Submissions.period(report);
		Map<CreditCode, Enterprise> firms = firms(List.of(report));
		return period.isPresent() && !figures(firms, period.get().previous()).isEmpty();
	}

	/** Returns whether there is any enterprise that a report could be compared with. */
	public boolean hasRegister() {
		return !this.enterprises.isEmpty();
	}

	/**
	 * Checks reports of one month; the answers are in the order of the reports.
	 * @param registerEmpty whether there is no register that could know an enterprise
	 */
	private List<Judged> check(List<Report> month, boolean registerEmpty) {
		Map<CreditCode, Enterprise> firms = firms(month);
		ReportingPeriod period = Submissions.period(month.get(0)).orElse(null);
		Map<Long, Map<FigureKey, BigDecimal>> lastMonth = (period != null) ? figures(firms, period.previous())
				: Map.of();
		Map<Long, Map<FigureKey, BigDecimal>> yearAgo = (period != null) ? figures(firms, period.yearBefore())
				: Map.of();
		Locks locks = locks(period, firms.values());
		return month.parallelStream()
			.map((report) -> find(report,
					facts(creditCode(report).map(firms::get).orElse(null), lastMonth, yearAgo, registerEmpty, locks)))
			.toList();
	}

	private Judged find(Report report, Facts facts) {
		Doctor.Treated treated = this.doctor.treat(report, facts);
		Doctor.Diagnosis diagnosis = this.doctor.examine(treated.report(), facts);
		return new Judged(0, treated.report(), check(treated.report(), diagnosis, facts), diagnosis.proposals(),
				treated.applied());
	}

	/**
	 * Checks a report. Of one in a wrong unit only that is told, and what would be left
	 * once it is repaired: nobody finds the cause among a hundred consequences.
	 */
	private Violations check(Report report, Doctor.Diagnosis diagnosis, Facts facts) {
		Violations violations = this.rules.check(report, facts, diagnosis);
		return diagnosis.proposals()
			.stream()
			.filter((proposal) -> proposal.slip().equals(WRONG_UNIT) && proposal.isRepairable()
					&& !report.explains(proposal.problem()))
			.findFirst()
			.map((proposal) -> violations.filter((one) -> one.rule().equals(proposal.rule()))
				.and(this.rules.check(proposal.applyTo(report), facts)))
			.orElse(violations);
	}

	private Facts facts(@Nullable Enterprise firm, Map<Long, Map<FigureKey, BigDecimal>> lastMonth,
			Map<Long, Map<FigureKey, BigDecimal>> yearAgo, boolean registerEmpty, Locks locks) {
		return new Facts((firm != null) ? firm.name() : null, (firm != null) ? firm.division() : null, registerEmpty,
				locks.latest(), locks.isOver(firm), (firm != null) ? lastMonth.get(firm.id()) : null,
				(firm != null) ? yearAgo.get(firm.id()) : null);
	}

	/** Asks for the deadlines of a month once for all reports of it. */
	private Locks locks(@Nullable ReportingPeriod period, Collection<Enterprise> firms) {
		Instant now = this.clock.instant();
		ReportingPeriod latest = this.deadlines.latest(now);
		return (period == null) ? new Locks(latest, now, Instant.MAX, Map.of())
				: new Locks(latest, now, this.deadlines.of(period).locks(),
						this.deadlines.locks(period, firms.stream().map(Enterprise::id).toList()));
	}

	/**
	 * From when on a month takes no more reports.
	 *
	 * @param latest the last period that may be reported
	 * @param now the instant of the check
	 * @param general from when on in general
	 * @param own from when on for an enterprise
	 */
	private record Locks(ReportingPeriod latest, Instant now, Instant general, Map<Long, Instant> own) {

		private boolean isOver(@Nullable Enterprise firm) {
			Instant locks = (firm != null) ? this.own.getOrDefault(firm.id(), this.general) : this.general;
			return !this.now.isBefore(locks);
		}

	}

	private Map<CreditCode, Enterprise> firms(List<Report> reports) {
		Set<CreditCode> codes = new HashSet<>();
		reports.forEach((report) -> creditCode(report).ifPresent(codes::add));
		return this.enterprises.find(codes);
	}

	/** Returns the accepted figures of a month, by enterprise. */
	private Map<Long, Map<FigureKey, BigDecimal>> figures(Map<CreditCode, Enterprise> firms, ReportingPeriod period) {
		if (firms.isEmpty()) {
			return Map.of();
		}
		return this.monthlyReports.figures(firms.values().stream().map(Enterprise::id).toList(), period);
	}

	private static Optional<CreditCode> creditCode(Report report) {
		return Optional.ofNullable(report.text("credit_code")).flatMap(CreditCode::tryParse);
	}

}
