package org.srdi.monitor.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.submission.FormWriter;
import org.srdi.monitor.submission.ReportDraft;

/**
 * Writes the reports of the last month, one workbook each, as firms do: mostly right,
 * sometimes wrong, late, twice or unreadable. May be shared by threads.
 */
final class Inbox {

	private final Path folder;

	private final ReportingPeriod period;

	private final long seed;

	private final Reports reports;

	private final FormWriter writer;

	private final FormPlaces places;

	private final Cast cast;

	Inbox(Form form, SampleRequest request, Reports reports, Cast cast) {
		this.folder = request.out().resolve("inbox");
		this.period = request.to();
		this.seed = request.seed();
		this.reports = reports;
		this.writer = new FormWriter(form);
		this.places = new FormPlaces(form);
		this.cast = cast;
	}

	/** Writes what a firm sends. */
	Sent send(SampleFirm firm, Books books) {
		Chance chance = Chance.of(this.seed, firm.number(), 8);
		Post post = new Post(firm, books, chance);
		ReportDraft accepted = switch (this.cast.story(firm.number())) {
			case EXEMPT, MISSING -> null;
			case CLEAN -> post.clean(Arrival.drawn(this.period, chance, 20, 28));
			case LATE -> post.late(Arrival.late(this.period, chance));
			case DUPLICATE -> post.twice();
			case CORRECTED -> post.corrected();
			case TRUNCATED -> post.truncated();
			case EMPTY -> post.empty();
			case TEXT_RENAMED -> post.renamed();
			case FAULTY -> post.faulty(this.cast.fault(firm.number()));
		};
		return new Sent(accepted, post.deliveries);
	}

	/** The files of one firm. */
	private final class Post {

		private final SampleFirm firm;

		private final Books books;

		private final OffsetDateTime first;

		private final OffsetDateTime second;

		private final List<Delivery> deliveries = new ArrayList<>();

		private Post(SampleFirm firm, Books books, Chance chance) {
			this.firm = firm;
			this.books = books;
			this.first = Arrival.drawn(Inbox.this.period, chance, 20, 25);
			this.second = Arrival.drawn(Inbox.this.period, chance, 26, 28);
		}

		private ReportDraft clean(OffsetDateTime arrival) {
			return accepted(usual(), arrival, "");
		}

		private ReportDraft late(OffsetDateTime arrival) {
			return accepted(labelled("late"), arrival, "after the deadline");
		}

		private ReportDraft twice() {
			ReportDraft draft = clean(this.first);
			Path again = labelled("duplicate");
			write(again, read(usual()));
			deliver(Delivery.of(again, this.second, Verdict.DUPLICATE, "the same bytes as before"));
			return draft;
		}

		private ReportDraft corrected() {
			spoiled("returned-first", Fault.NET_PROFIT, this.first, "corrected later");
			return accepted(labelled("corrected"), this.second, "second version after a return");
		}

		private ReportDraft truncated() {
			ReportDraft draft = clean(this.second);
			byte[] whole = read(usual());
			unreadable("truncated", Arrays.copyOf(whole, whole.length / 2), "breaks off and is sent again");
			return draft;
		}

		private ReportDraft empty() {
			unreadable("empty", new byte[0], "has no byte and is sent again");
			return clean(this.second);
		}

		private @Nullable ReportDraft renamed() {
			String text = RegisterFile.NOTE + "\n这是改了扩展名的文本文件，不是电子表格。\n";
			unreadable("text-renamed", text.getBytes(StandardCharsets.UTF_8), "is text and not sent again");
			return null;
		}

		private @Nullable ReportDraft faulty(@Nullable Fault fault) {
			if (fault == null) {
				throw new IllegalStateException("Firm " + this.firm.number() + " has no mistake to make");
			}
			ReportDraft draft = spoiled(fault.label(), fault, this.first, "");
			return (fault.verdict() == Verdict.ACCEPTED) ? draft : null;
		}

		private ReportDraft spoiled(String label, Fault fault, OffsetDateTime arrival, String note) {
			ReportingPeriod month = (fault == Fault.FUTURE_PERIOD) ? Inbox.this.period.next() : Inbox.this.period;
			Pen pen = new Pen(draft(month, arrival));
			fault.make(pen);
			Path file = labelled(label);
			Inbox.this.writer.write(file, pen.draft(), RegisterFile.NOTE);
			String cell = Inbox.this.places.locate(file, fault.place()).toString();
			deliver(new Delivery(file, arrival, fault.verdict(), fault.rule(), fault.place(), cell, note));
			return pen.draft();
		}

		private ReportDraft accepted(Path file, OffsetDateTime arrival, String note) {
			ReportDraft draft = draft(Inbox.this.period, arrival);
			Inbox.this.writer.write(file, draft, RegisterFile.NOTE);
			deliver(Delivery.of(file, arrival, Verdict.ACCEPTED, note));
			return draft;
		}

		private void unreadable(String label, byte[] bytes, String note) {
			Path file = labelled("unreadable-" + label);
			write(file, bytes);
			deliver(Delivery.of(file, this.first, Verdict.UNREADABLE, note));
		}

		private void deliver(Delivery delivery) {
			this.deliveries.add(delivery);
		}

		private ReportDraft draft(ReportingPeriod month, OffsetDateTime arrival) {
			return Inbox.this.reports.draft(this.firm, this.books, month, arrival.toLocalDate());
		}

		private Path usual() {
			return Inbox.this.folder.resolve(this.firm.creditCode() + "_" + Inbox.this.period + ".xlsx");
		}

		private Path labelled(String label) {
			return Inbox.this.folder.resolve(label + "_" + this.firm.creditCode() + ".xlsx");
		}

		private static byte[] read(Path file) {
			try {
				return Files.readAllBytes(file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void write(Path file, byte[] bytes) {
			try {
				Files.write(file, bytes);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
