package org.srdi.monitor.reminder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.notice.Attachment;
import org.srdi.monitor.notice.Notice;
import org.srdi.monitor.reminder.CallList.Call;
import org.srdi.monitor.reminder.MissingReport.Findings;
import org.srdi.monitor.submission.Answers;

/** Writes what one person is reminded of, in the language the person reads. */
final class ReminderLetter {

	/** Longer lists go into a workbook. */
	static final int MOST_LINES = 20;

	private final ReportingPeriod period;

	private final Wording words;

	private final Instant now;

	ReminderLetter(ReportingPeriod period, Wording words, Instant now) {
		this.period = period;
		this.words = words;
		this.now = now;
	}

	/** Returns the notice; long lists are in the workbook, if there is one. */
	Notice write(String key, Parcel parcel, @Nullable Path workbook) {
		List<String> lines = new ArrayList<>();
		lines.add(this.words.text("letter.greeting", parcel.to().name()));
		if (!parcel.own().isEmpty()) {
			lines.add("");
			lines.add(this.words.text("letter.own", this.period, parcel.own().size()));
			parcel.own().forEach((call) -> lines.add(own(call.report())));
		}
		if (!parcel.watched().isEmpty()) {
			watched(parcel.watched(), lines);
		}
		if (!parcel.uncontacted().isEmpty()) {
			lines.add("");
			lines.add(this.words.text("letter.uncontacted", parcel.uncontacted().size()));
			parcel.uncontacted().stream().limit(MOST_LINES).forEach((call) -> lines.add(place(call.report())));
			more(parcel.uncontacted().size(), lines);
		}
		lines.add("");
		lines.add(this.words.text("letter.end"));
		List<Attachment> attachments = (workbook != null)
				? List.of(new Attachment(this.period + ".xlsx", workbook, Attachment.XLSX)) : List.of();
		return new Notice(key, Notice.REMINDER, subject(parcel), String.join("\n", lines), attachments);
	}

	private String subject(Parcel parcel) {
		if (!parcel.own().isEmpty() && parcel.watched().isEmpty()) {
			MissingReport first = parcel.own().get(0).report();
			String key = first.isOverdue(this.now) ? "subject.own.over" : "subject.own";
			return this.words.text(key, this.period, first.name(), parcel.own().size(), this.words.due(first.due()));
		}
		return this.words.text("subject.watched", this.period, parcel.enterprises().size());
	}

	private String own(MissingReport report) {
		String deadline = this.words.text(report.isOverdue(this.now) ? "letter.over" : "letter.due",
				this.words.due(report.due()));
		Findings findings = report.findings();
		String line = "- " + report.name() + this.words.text("letter.reason", this.words.reason(report), deadline);
		boolean answered = report.standing() == Standing.RETURNED || report.standing() == Standing.HELD;
		if (!answered || findings.file() == null || findings.fileName() == null) {
			return line;
		}
		return line + "\n  " + this.words.text("letter.copy",
				"answers/" + this.period + "/" + Answers.folderName(findings.file(), findings.fileName()) + "/");
	}

	private void watched(List<Call> calls, List<String> lines) {
		lines.add("");
		lines.add(this.words.text("letter.watched", this.period, calls.size(), count(calls, Standing.SILENT),
				count(calls, Standing.RETURNED), count(calls, Standing.HELD)));
		calls.stream()
			.limit(MOST_LINES)
			.forEach((call) -> lines
				.add(this.words.text("letter.line", place(call.report()), this.words.reason(call.report()),
						this.words.due(call.report().due()), call.gain().toPlainString())));
		more(calls.size(), lines);
	}

	private String place(MissingReport report) {
		String county = this.words.region(report.county());
		return "- " + report.name()
				+ this.words.text("letter.place", this.words.region(report.city()), county).stripTrailing();
	}

	private void more(int all, List<String> lines) {
		if (all > MOST_LINES) {
			lines.add(this.words.text("letter.more", all - MOST_LINES));
		}
	}

	private static long count(List<Call> calls, Standing standing) {
		return calls.stream().filter((call) -> call.report().standing() == standing).count();
	}

	/**
	 * Writes the workbook of a long list into a temporary file, to be removed by the
	 * caller.
	 * @return the workbook; null if the lists are short
	 */
	static @Nullable Path workbook(ReportingPeriod period, Parcel parcel, CallSheet sheet) {
		List<Call> all = parcel.enterprises().size() > MOST_LINES ? listed(parcel) : List.of();
		if (all.isEmpty()) {
			return null;
		}
		try {
			Path file = Files.createTempFile("srdi-reminder-", ".xlsx");
			sheet.writeDigest(period, all, file, parcel.to().locale());
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The list of missing reports cannot be written", ex);
		}
	}

	private static List<Call> listed(Parcel parcel) {
		return Stream.of(parcel.own(), parcel.watched(), parcel.uncontacted())
			.flatMap(List::stream)
			.distinct()
			.sorted(Comparator.comparingInt(Call::rank))
			.toList();
	}

}
