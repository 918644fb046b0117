package org.srdi.monitor.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Texts;

/** Puts receipts into words. */
public final class ReceiptText {

	/** So many of a kind are told one by one; the JSON has them all. */
	private static final int MOST = 30;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final Texts texts;

	private final Locale locale;

	private final boolean english;

	/** Words receipts in Chinese or English. */
	public ReceiptText(Locale locale) {
		this.texts = Texts.of("submission", locale);
		this.locale = locale;
		this.english = "en".equals(locale.getLanguage());
	}

	/** Returns a receipt, line by line. */
	public List<String> lines(Receipt receipt) {
		List<String> lines = new ArrayList<>();
		Receipt.File file = receipt.file();
		lines.add(this.texts.get("receipt.title", verdict(receipt.verdict())));
		lines.add(this.texts.get((file.row() > 0) ? "receipt.row" : "receipt.file", file.name(),
				String.valueOf(file.size()), file.sha256(), String.valueOf(file.row())));
		lines.add(this.texts.get("receipt.firm", text(receipt.enterprise()), text(receipt.creditCode()),
				text(receipt.period()), text(receipt.version())));
		lines.add(standing(receipt));
		Receipt.Count read = receipt.read();
		lines.add(this.texts.get("receipt.read", read.figures(), read.entries(), read.products(), read.blanks()));
		addTolerances(receipt, lines);
		lines.add(this.texts.get("receipt.rules", receipt.rules().size(), String.join(" ", receipt.rules())));
		add(lines, "receipt.problems", receipt.problems().stream().map(this::problem).toList());
		add(lines, "receipt.proposals", receipt.proposals().stream().map(this::repair).toList());
		add(lines, "receipt.repairs", receipt.repairs().stream().map(this::repair).toList());
		add(lines, "receipt.changes", receipt.changes().stream().map(this::change).toList());
		lines.add(this.texts.get("receipt.next." + receipt.verdict().name()));
		return lines;
	}

	/**
	 * Returns what is told about a file that cannot be read.
	 * @param reason why, and what to do
	 */
	public List<String> unreadable(Receipt.File file, String reason) {
		return List.of(this.texts.get("receipt.title", this.texts.get("receipt.UNREADABLE")),
				this.texts.get("receipt.file", file.name(), String.valueOf(file.size()), file.sha256(), "0"),
				this.texts.get("receipt.received", time(file.receivedAt())), reason);
	}

	private String verdict(SubmissionState state) {
		return this.texts.get("receipt." + state.name());
	}

	private String standing(Receipt receipt) {
		Receipt.Deadline deadline = receipt.deadline();
		String received = time(receipt.file().receivedAt());
		return (deadline == null) ? this.texts.get("receipt.received", received)
				: this.texts.get(deadline.late() ? "receipt.late" : "receipt.on-time", received, due(deadline.due()),
						length(deadline.difference()));
	}

	private static String time(Instant instant) {
		return TIME.format(instant.atZone(StoredTime.ZONE));
	}

	/** The end of a day is 24:00 of that day rather than 00:00 of the next. */
	private static String due(Instant due) {
		ZonedDateTime time = due.atZone(StoredTime.ZONE);
		return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().minusDays(1) + " 24:00"
				: TIME.format(time);
	}

	private String length(Duration duration) {
		return this.texts.get("receipt.length", duration.toDays(), duration.toHoursPart(), duration.toMinutesPart());
	}

	/** Those of one kind are told together, with the first few places. */
	private void addTolerances(Receipt receipt, List<String> lines) {
		List<String> told = new ArrayList<>();
		for (Tolerance rule : Tolerance.values()) {
			List<String> places = receipt.tolerances()
				.stream()
				.filter((one) -> one.rule() == rule)
				.map(this::tolerated)
				.toList();
			if (!places.isEmpty()) {
				told.add(this.texts.get("receipt.tolerance", rule.text(this.locale), places.size(),
						String.join(this.texts.get("receipt.separator"), places.subList(0, Math.min(5, places.size())))
								+ ((places.size() > 5) ? " …" : "")));
			}
		}
		add(lines, "receipt.tolerances", told);
	}

	private String tolerated(Receipt.Forgiven forgiven) {
		String what = forgiven.taken().isEmpty() || forgiven.taken().equals(forgiven.read()) ? forgiven.read()
				: forgiven.read() + " → " + forgiven.taken();
		return (forgiven.cell() != null) ? forgiven.cell() + " " + what : what;
	}

	private void add(List<String> lines, String heading, List<String> items) {
		if (items.isEmpty()) {
			return;
		}
		lines.add(this.texts.get(heading, items.size()));
		items.stream().limit(MOST).forEach((item) -> lines.add("  " + item));
		if (items.size() > MOST) {
			lines.add("  " + this.texts.get("receipt.more", items.size() - MOST));
		}
	}

	private String problem(Receipt.Problem problem) {
		String weight = problem.explained() ? "explained" : "ERROR".equals(problem.severity()) ? "error" : "warning";
		return this.texts.get("receipt.problem", problem.rule(), this.texts.get("receipt.weight." + weight),
				this.english ? problem.messageEn() : problem.message());
	}

	private String repair(Receipt.Repair repair) {
		return repair.rule() + " " + (this.english ? repair.messageEn() : repair.message());
	}

	private String change(Change change) {
		return this.texts.get("receipt.change", change.subject(), text(change.cell()), text(change.before()),
				text(change.after()));
	}

	private static String text(@Nullable Object value) {
		return Objects.toString(value, "—");
	}

}
