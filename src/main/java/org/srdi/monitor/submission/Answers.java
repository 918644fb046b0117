package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.WholeFile;

/**
 * What goes back to the enterprises: for every file that was not wholly accepted a folder
 * with the receipts, in words and as JSON, and the corrected copy. Written again, it is
 * the same.
 */
public final class Answers {

	private static final String WORDS = "回执.txt";

	private static final String JSON = "receipt.json";

	private final NamedParameterJdbcTemplate jdbc;

	private final Archive archive;

	private final Receipts receipts;

	private final CorrectedCopy copies;

	private final Path folder;

	private final Clock clock;

	private final ReportContent content = new ReportContent();

	private final Form form;

	private final ReceiptText words;

	Answers(NamedParameterJdbcTemplate jdbc, Archive archive, Receipts receipts, CorrectedCopy copies, Form form,
			Path folder, Clock clock) {
		this.clock = clock;
		this.form = form;
		this.words = new ReceiptText(form, Locale.CHINA);
		this.jdbc = jdbc;
		this.archive = archive;
		this.receipts = receipts;
		this.copies = copies;
		this.folder = folder;
	}

	/** A file that waits for its answer. */
	private record Waiting(long id, Receipt.File file, String period, @Nullable String unreadable) {

	}

	/**
	 * Lets those files go that were wholly accepted, and returns the numbers of those
	 * that wait for their answer, all of whose reports have been checked.
	 */
	public List<Long> waiting() {
		this.jdbc.getJdbcTemplate().update("""
				UPDATE intake_file SET answered = TRUE
				WHERE answered = FALSE AND state = 'READ' AND NOT EXISTS
					(SELECT 1 FROM submission s WHERE s.file_id = intake_file.id AND s.state <> 'ACCEPTED')
				""");
		return this.jdbc.getJdbcTemplate().queryForList("""
				SELECT f.id FROM intake_file f
				WHERE f.answered = FALSE AND f.state <> 'CLAIMED' AND NOT EXISTS
					(SELECT 1 FROM submission s WHERE s.file_id = f.id AND s.state = 'RECEIVED')
				ORDER BY f.id
				""", Long.class);
	}

	/** Writes the answers to these files and marks the files as answered. */
	public void give(List<Long> files) {
		if (files.isEmpty()) {
			return;
		}
		Together.each(find(files), this::give);
		this.jdbc.update("UPDATE intake_file SET answered = TRUE WHERE id IN (:ids)", Map.of("ids", files));
	}

	private List<Waiting> find(List<Long> files) {
		return this.jdbc.query("""
				SELECT id, file_name, sha256, size_bytes, received_at, period_hint, state, reason
				FROM intake_file WHERE id IN (:ids) ORDER BY id
				""", Map.of("ids", files), (rs, n) -> {
			Receipt.File file = new Receipt.File(rs.getString(2), rs.getString(3), rs.getLong(4), 0,
					StoredTime.toInstant(rs.getObject(5, LocalDateTime.class)));
			String reason = "UNREADABLE".equals(rs.getString(7)) ? Objects.toString(rs.getString(8), "") : null;
			return new Waiting(rs.getLong(1), file, rs.getString(6), reason);
		});
	}

	/**
	 * Writes what would go back for a file that was not sent in.
	 * @param found its reports
	 * @param judged what was found wrong with them, in the same order
	 * @throws UncheckedIOException if the folder cannot be written to
	 */
	public void preview(Path file, List<FoundReport> found, List<Judged> judged, Path place, Locale locale) {
		List<Receipt> given = new ArrayList<>();
		for (int i = 0; i < found.size(); i++) {
			Receipt.File source = new Receipt.File(String.valueOf(file.getFileName()), ContentHash.of(file),
					file.toFile().length(), found.get(i).position(), this.clock.instant());
			given.add(this.receipts.make(source, found.get(i).tolerances(), null, judged.get(i), null,
					this.receipts.dueDates().of(Submissions.period(judged.get(i).report()).orElse(null), null)));
		}
		try {
			Files.createDirectories(place);
			writeReceipts(List.of(), told(given), place, ReceiptText.ofTrial(this.form, locale));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the answer to " + file.getFileName(), ex);
		}
		List<Judged> faulty = judged.stream().filter((one) -> one.verdict() != SubmissionState.ACCEPTED).toList();
		if (!faulty.isEmpty()) {
			this.copies.write(file, String.valueOf(file.getFileName()), faulty, place);
		}
	}

	/**
	 * Writes what would be told of a file that cannot be read.
	 * @param reason why, and what to do
	 * @throws UncheckedIOException if the folder cannot be written to
	 */
	public void preview(Path file, String reason, Path place, Locale locale) {
		Receipt.File source = new Receipt.File(String.valueOf(file.getFileName()), ContentHash.of(file),
				file.toFile().length(), 0, this.clock.instant());
		try {
			Files.createDirectories(place);
			write(place.resolve(WORDS), ReceiptText.ofTrial(this.form, locale).unreadable(source, reason));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the answer to " + file.getFileName(), ex);
		}
	}

	private void give(Waiting waiting) {
		List<Receipt> given = this.receipts.ofFile(waiting.id());
		Path place = this.folder.resolve(period(waiting, given))
			.resolve(folderName(waiting.id(), waiting.file().name()));
		try {
			Files.createDirectories(place);
			if (waiting.unreadable() != null) {
				write(place.resolve(WORDS), this.words.unreadable(waiting.file(), waiting.unreadable()));
				return;
			}
			writeReceipts(preface(waiting, given), told(given), place, this.words);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the answer to " + waiting.file().name(), ex);
		}
		List<Judged> faulty = faulty(waiting.id(), given);
		if (!faulty.isEmpty()) {
			this.copies.write(this.archive.find(waiting.file().sha256()), waiting.file().name(), faulty, place);
		}
	}

	/**
	 * What is told before the receipts: about the rows, or that all of it came in before.
	 */
	private List<String> preface(Waiting waiting, List<Receipt> given) {
		long before = given.stream().filter((receipt) -> !isFrom(receipt, waiting.file())).count();
		if (given.stream().anyMatch((receipt) -> receipt.file().row() > 0)) {
			return this.words.rows(given, before);
		}
		return (before > 0) ? List.of(this.words.same(waiting.file()), "") : List.of();
	}

	private static boolean isFrom(Receipt receipt, Receipt.File file) {
		return receipt.file().sha256().equals(file.sha256()) && receipt.file().name().equals(file.name())
				&& receipt.file().receivedAt().equals(file.receivedAt());
	}

	private void writeReceipts(List<String> preface, List<Receipt> given, Path place, ReceiptText words) {
		List<String> lines = new ArrayList<>(preface);
		for (Receipt receipt : given) {
			lines.addAll(words.lines(receipt));
			lines.add("");
		}
		write(place.resolve(WORDS), lines);
		write(place.resolve(JSON), this.receipts.json(given));
	}

	private static void write(Path file, List<String> lines) {
		write(file, String.join(System.lineSeparator(), lines) + System.lineSeparator());
	}

	/** An answer is whole or not there, also to those who look while it is written. */
	private static void write(Path file, String text) {
		WholeFile.write(file, (out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Of a consolidated workbook, only those rows are told that need something. */
	private static List<Receipt> told(List<Receipt> given) {
		return given.stream()
			.filter((receipt) -> receipt.file().row() == 0 || receipt.verdict() != SubmissionState.ACCEPTED)
			.toList();
	}

	/** The month a file is about, or the one it is counted in where it names none. */
	private static String period(Waiting waiting, List<Receipt> given) {
		return given.stream().map(Receipt::period).flatMap(Stream::ofNullable).findFirst().orElse(waiting.period());
	}

	/**
	 * Returns the name of the folder with the answer to a file, below the one of its
	 * month; nobody can lead out of that with it.
	 * @param file the number of the file
	 * @param fileName the name it came in with
	 */
	public static String folderName(long file, String fileName) {
		String name = fileName.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]", "_");
		return file + "_" + name.substring(0, Math.min(name.length(), 80));
	}

	private List<Judged> faulty(long file, List<Receipt> receipts) {
		Map<Integer, Receipt> given = new HashMap<>();
		receipts.forEach((receipt) -> given.put(receipt.file().row(), receipt));
		Map<Long, Violations> violations = violations(file);
		List<Judged> faulty = new ArrayList<>();
		this.jdbc.query("""
				SELECT s.id, s.position, c.content FROM submission s
				JOIN submission_content c ON c.submission_id = s.id
				WHERE s.file_id = :file AND s.state IN ('HELD', 'RETURNED') ORDER BY s.position
				""", Map.of("file", file), (rs) -> {
			Receipt receipt = given.get(rs.getInt(2));
			List<Proposal> proposals = (receipt != null) ? receipt.proposals().stream().map(Answers::proposal).toList()
					: List.of();
			faulty.add(new Judged(rs.getInt(2), this.content.read(rs.getString(3)).report(),
					violations.getOrDefault(rs.getLong(1), Violations.NONE), proposals));
		});
		return faulty;
	}

	private static Proposal proposal(Receipt.Repair repair) {
		Map<FigureKey, @Nullable BigDecimal> amounts = new LinkedHashMap<>();
		repair.amounts().forEach((key, amount) -> amounts.put(FigureKey.parse(key), amount));
		return new Proposal(repair.rule(), repair.problem(), "", amounts, repair.message(), repair.messageEn());
	}

	private Map<Long, Violations> violations(long file) {
		Map<Long, Violations> violations = new LinkedHashMap<>();
		this.jdbc.query("""
				SELECT v.submission_id, v.rule_code, v.severity, v.cell, v.message, v.message_en, v.explained
				FROM submission s JOIN violation v ON v.submission_id = s.id
				WHERE s.file_id = :file ORDER BY v.submission_id, v.seq
				""", Map.of("file", file), (rs) -> {
			String cell = rs.getString(4);
			Violation violation = new Violation(rs.getString(2), Severity.valueOf(rs.getString(3)),
					(cell != null) ? CellAddress.parse(cell) : null, rs.getString(5), rs.getString(6),
					rs.getBoolean(7));
			violations.merge(rs.getLong(1), Violations.of(violation), Violations::and);
		});
		return violations;
	}

}
