package org.srdi.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.srdi.monitor.batch.Actor;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.submission.ArchiveCheck;
import org.srdi.monitor.submission.SubmissionProperties;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.submission.Tally;
import org.srdi.monitor.watch.Alerts;

/**
 * What is looked at every night: whatever waits is taken in and checked, the files of the
 * open months must add up, and what came in lately must lie in the archive as it came.
 * Findings are told once a night.
 */
final class NightlyChecks {

	/**
	 * Reading them takes seconds; every file is looked at in one of the two nights after
	 * it came.
	 */
	private static final int FILES = 2000;

	private static final Duration LATELY = Duration.ofDays(2);

	private final Runs runs;

	private final SubmissionProperties folders;

	private final Submissions submissions;

	private final ArchiveCheck archive;

	private final Deadlines deadlines;

	private final Alerts alerts;

	NightlyChecks(Runs runs, SubmissionProperties folders, Submissions submissions, ArchiveCheck archive,
			Deadlines deadlines, Alerts alerts) {
		this.runs = runs;
		this.folders = folders;
		this.submissions = submissions;
		this.archive = archive;
		this.deadlines = deadlines;
		this.alerts = alerts;
	}

	/**
	 * A finding.
	 *
	 * @param key the key of its words
	 * @param arguments what they tell
	 */
	private record Finding(String key, List<Object> arguments) {

		String in(Locale locale) {
			return Texts.of("schedule", locale).get(this.key, this.arguments.toArray());
		}

	}

	Outcome check(Instant at) {
		Outcome intake = Outcome
			.of(this.runs.ingest(Actor.schedule("nightly-checks"), this.folders.inbox(), Progress.NONE));
		if (intake.status() == Outcome.Status.FAILED) {
			return intake;
		}
		List<Finding> findings = new ArrayList<>(unbalanced(at));
		ArchiveCheck.Result files = this.archive.latest(at.minus(LATELY), FILES);
		files.missing().forEach((hash) -> findings.add(new Finding("nightly.missing", List.of(hash))));
		files.altered().forEach((hash) -> findings.add(new Finding("nightly.altered", List.of(hash))));
		if (!findings.isEmpty()) {
			tell(at, findings);
		}
		return Outcome
			.done("%s; %d archived files read, %d findings".formatted(intake.text(), files.files(), findings.size()));
	}

	/** The month that fell due last still receives corrections. */
	private List<Finding> unbalanced(Instant at) {
		List<ReportingPeriod> periods = new ArrayList<>(this.deadlines.open(at));
		periods.add(this.deadlines.fallenDue(at));
		List<Finding> findings = new ArrayList<>();
		for (ReportingPeriod period : periods) {
			Tally tally = this.submissions.tallyOfPeriod(period);
			if (tally.unchecked() == 0 && !tally.isBalanced()) {
				findings.add(new Finding("nightly.unbalanced", List.of(period, tally)));
			}
		}
		return findings;
	}

	private void tell(Instant at, List<Finding> findings) {
		LocalDate day = StoredTime.of(at).toLocalDate();
		this.alerts.put("nightly/" + day, (locale) -> {
			StringBuilder text = new StringBuilder();
			findings.forEach((finding) -> text.append("- ").append(finding.in(locale)).append('\n'));
			return new Alerts.Words(
					Texts.of("schedule", locale).get("nightly.subject", day.toString(), findings.size()),
					text.toString());
		});
	}

}
