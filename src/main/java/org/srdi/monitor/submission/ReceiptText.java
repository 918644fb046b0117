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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Form;

/** Puts receipts into words. */
public final class ReceiptText {

	/** So many of a kind are told one by one; the JSON has them all. */
	private static final int MOST = 30;

	private static final Pattern PRODUCT = Pattern.compile("products\\[(\\d+)]\\.(\\w+)");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final Texts texts;

	private final Locale locale;

	private final boolean english;

	private final Form form;

	private final boolean trial;

	/** Words receipts of reports on that form in Chinese or English. */
	public ReceiptText(Form form, Locale locale) {
		this(form, locale, false);
	}

	private ReceiptText(Form form, Locale locale, boolean trial) {
		this.form = form;
		this.trial = trial;
		this.texts = Texts.of("submission", locale);
		this.locale = locale;
		this.english = "en".equals(locale.getLanguage());
	}

	/** Words what a dry run finds: nobody must take it for a report that was sent in. */
	static ReceiptText ofTrial(Form form, Locale locale) {
		return new ReceiptText(form, locale, true);
	}

	/** Returns a receipt, line by line. */
	public List<String> lines(Receipt receipt) {
		List<String> lines = new ArrayList<>();
		Receipt.File file = receipt.file();
		lines.add(title(verdict(receipt.verdict())));
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
		if (receipt.version() != null && receipt.version() > 1 && receipt.changes().isEmpty()) {
			lines.add(this.texts.get("receipt.unchanged"));
		}
		boolean wouldPass = this.trial && receipt.verdict() == SubmissionState.ACCEPTED;
		lines.add(this.texts.get(wouldPass ? "receipt.next.trial" : "receipt.next." + receipt.verdict().name()));
		return lines;
	}

	private String title(String verdict) {
		return this.texts.get(this.trial ? "receipt.trial" : "receipt.title", verdict);
	}

	/** Returns what is told first about a file whose content has come in before. */
	String same(Receipt.File file) {
		return this.texts.get("receipt.same", file.name(), time(file.receivedAt()));
	}

	/**
	 * Returns what became of the rows of a consolidated file.
	 * @param all the receipts of all of them
	 * @param before how many of them had come in before
	 */
	List<String> rows(List<Receipt> all, long before) {
		List<String> passed = all.stream()
			.filter((receipt) -> receipt.verdict() == SubmissionState.ACCEPTED)
			.map((receipt) -> String.valueOf(receipt.file().row()))
			.toList();
		return List.of(
				this.texts.get("receipt.rows", all.size(), passed.size(), count(all, SubmissionState.HELD),
						count(all, SubmissionState.RETURNED), before),
				this.texts.get("receipt.passed",
						passed.isEmpty() ? text(null)
								: String.join(" ", passed.subList(0, Math.min(MOST, passed.size())))
										+ ((passed.size() > MOST) ? " …" : "")),
				"");
	}

	private static long count(List<Receipt> receipts, SubmissionState state) {
		return receipts.stream().filter((receipt) -> receipt.verdict() == state).count();
	}

	/**
	 * Returns what is told about a file that cannot be read.
	 * @param reason why, and what to do
	 */
	public List<String> unreadable(Receipt.File file, String reason) {
		return List.of(title(this.texts.get("receipt.UNREADABLE")),
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
		return this.texts.get("receipt.change", subject(change.subject()), text(change.cell()), text(change.before()),
				text(change.after()));
	}

	/** Returns what a figure, an entry or a cell of the table of products is called. */
	private String subject(String name) {
		Matcher product = PRODUCT.matcher(name);
		if (product.matches()) {
			return this.texts.get("receipt.product", product.group(1),
					Subject.column(this.form.products(), product.group(2), this.english));
		}
		String label = new Subject(name).label(this.form, this.english);
		return label.isEmpty() ? name : label;
	}

	private static String text(@Nullable Object value) {
		return Objects.toString(value, "—");
	}

}
