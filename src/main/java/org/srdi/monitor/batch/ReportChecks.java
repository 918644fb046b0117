package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
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
import org.srdi.monitor.submission.Verdicts;
import org.srdi.monitor.validation.Doctor;
import org.srdi.monitor.validation.Facts;
import org.srdi.monitor.validation.ReportRules;

/**
 * Checks reports against the rules, with what the register and earlier months know about
 * them.
 */
public final class ReportChecks {

	/** Reports whose earlier months are asked for at once. */
	private static final int TOGETHER = 200;

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
		Basis basis = basis(firms(month.stream().map(Submissions.Waiting::report).toList()), month.get(0).period(),
				false);
		List<Submissions.Checked> checked = month.stream()
			.map((one) -> new Submissions.Checked(one, find(one.report(), basis)))
			.toList();
		this.submissions.decide(checked);
		conclude(checked);
	}

	/** Stores what follows from what became of versions. */
	void conclude(List<Submissions.Checked> checked) {
		checked.stream().filter((one) -> one.state() != SubmissionState.ACCEPTED).forEach(ReportChecks::note);
		this.monthlyReports.store(checked.stream().filter((one) -> one.state() == SubmissionState.ACCEPTED).toList());
	}

	/**
	 * Checks those versions of which nothing that still waits changes what becomes of
	 * them: their month before is accepted, and nothing else of their enterprise waits.
	 * The others are left to wait, and so are later months of an enterprise that has
	 * several among them.
	 * @param behind the enterprises of which something waits; those of which something is
	 * left to wait are added
	 * @return what was found, in the order given; null for those left to wait
	 */
	List<@Nullable Judged> judgeSettled(List<Verdicts.Candidate> fresh, Set<Long> behind) {
		@Nullable Judged[] judged = new Judged[fresh.size()];
		Map<String, List<Integer>> months = new TreeMap<>();
		for (int i = 0; i < fresh.size(); i++) {
			months.computeIfAbsent(String.valueOf(fresh.get(i).period()), (period) -> new ArrayList<>()).add(i);
		}
		Set<Long> earlier = new HashSet<>();
		for (List<Integer> month : months.values()) {
			for (List<Integer> some : Batches.of(month, TOGETHER)) {
				Basis basis = basis(some.stream().map(fresh::get).toList());
				for (int one : some) {
					Verdicts.Candidate candidate = fresh.get(one);
					if (isSettled(candidate, basis, behind, earlier)) {
						judged[one] = find(candidate.report(), basis);
					}
				}
			}
			month.stream()
				.map((one) -> fresh.get(one).enterprise())
				.filter(Objects::nonNull)
				.map(Enterprise::id)
				.forEach(earlier::add);
		}
		return Arrays.asList(judged);
	}

	private static boolean isSettled(Verdicts.Candidate candidate, Basis basis, Set<Long> behind, Set<Long> earlier) {
		if (candidate.enterprise() == null) {
			return true;
		}
		long firm = candidate.enterprise().id();
		if (basis.hasMonthBefore(firm) && !earlier.contains(firm) && !behind.contains(firm)) {
			return true;
		}
		behind.add(firm);
		return false;
	}

	private static void note(Submissions.Checked checked) {
		log.atInfo().addKeyValue("submission", checked.submission().id()).log("Report is {}", checked.state());
	}

	/** Returns what is found in a report, without storing anything. */
	public Judged check(Report report) {
		return find(report,
				basis(firms(List.of(report)), Submissions.period(report).orElse(null), this.enterprises.isEmpty()));
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

	private Basis basis(List<Verdicts.Candidate> month) {
		Map<CreditCode, Enterprise> firms = new HashMap<>();
		for (Verdicts.Candidate one : month) {
			if (one.enterprise() != null) {
				one.report().creditCode().ifPresent((code) -> firms.put(code, one.enterprise()));
			}
		}
		return basis(firms, month.get(0).period(), false);
	}

	/**
	 * Asks for what reports of one month are checked against.
	 * @param firms the enterprises they are of
	 * @param registerEmpty whether there is no register that could know an enterprise
	 */
	private Basis basis(Map<CreditCode, Enterprise> firms, @Nullable ReportingPeriod period, boolean registerEmpty) {
		return new Basis(firms, (period != null) ? figures(firms, period.previous()) : Map.of(),
				(period != null) ? figures(firms, period.yearBefore()) : Map.of(), registerEmpty,
				locks(period, firms.values()));
	}

	private Judged find(Report report, Basis basis) {
		Facts facts = basis.of(report);
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

	/**
	 * What reports of one month are checked against.
	 *
	 * @param firms the enterprises they are of
	 * @param lastMonth the accepted figures of the month before, by enterprise
	 * @param yearAgo those of the same month a year ago
	 * @param registerEmpty whether there is no register that could know an enterprise
	 * @param locks from when on the month takes no more reports
	 */
	private record Basis(Map<CreditCode, Enterprise> firms, Map<Long, Map<FigureKey, BigDecimal>> lastMonth,
			Map<Long, Map<FigureKey, BigDecimal>> yearAgo, boolean registerEmpty, Locks locks) {

		private boolean hasMonthBefore(long firm) {
			return this.lastMonth.containsKey(firm);
		}

		private Facts of(Report report) {
			Enterprise firm = report.creditCode().map(this.firms::get).orElse(null);
			return new Facts((firm != null) ? firm.name() : null, (firm != null) ? firm.division() : null,
					this.registerEmpty, this.locks.latest(), this.locks.isOver(firm),
					(firm != null) ? this.lastMonth.get(firm.id()) : null,
					(firm != null) ? this.yearAgo.get(firm.id()) : null);
		}

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

	private Map<CreditCode, Enterprise> firms(Collection<Report> reports) {
		Set<CreditCode> codes = new HashSet<>();
		reports.forEach((report) -> report.creditCode().ifPresent(codes::add));
		return this.enterprises.find(codes);
	}

	/** Returns the accepted figures of a month, by enterprise. */
	private Map<Long, Map<FigureKey, BigDecimal>> figures(Map<CreditCode, Enterprise> firms, ReportingPeriod period) {
		if (firms.isEmpty()) {
			return Map.of();
		}
		return this.monthlyReports.figures(firms.values().stream().map(Enterprise::id).toList(), period);
	}

}
