package org.srdi.monitor.reminder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition.Reminder;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Notice;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.reminder.CallList.Call;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds people of missing reports (催报). What is to be sent follows from the state: the
 * newest stage that has begun for a report that is still missing, minus what the person
 * was told. So it may be run at any time, any number of times and by several nodes.
 */
public final class Reminders {

	private static final int PEOPLE = 100;

	private static final int TRIES = 4;

	private final Calls calls;

	private final Deadlines deadlines;

	private final Contacts contacts;

	private final Outbox outbox;

	private final Told told;

	private final TransactionOperations transactions;

	private final Definitions definitions;

	private final CallSheet sheet;

	private final Stages stages;

	private final Clock clock;

	Reminders(Calls calls, Deadlines deadlines, Contacts contacts, Outbox outbox, Told told,
			TransactionOperations transactions, Definitions definitions, CallSheet sheet, Clock clock) {
		this.calls = calls;
		this.deadlines = deadlines;
		this.contacts = contacts;
		this.outbox = outbox;
		this.told = told;
		this.transactions = transactions;
		this.definitions = definitions;
		this.sheet = sheet;
		this.stages = new Stages(definitions.job().reminders(), definitions.job().calendar().zone());
		this.clock = clock;
	}

	/**
	 * Puts all reminders that are due now and were not sent into the outbox.
	 * @param only the month to be reminded of; null for all that are under way
	 * @return what was done at each stage that any missing report is at
	 */
	public List<ReminderRound> remind(@Nullable ReportingPeriod only) {
		return rounds(only, this::put);
	}

	/** Tells what {@link #remind} would do, and does nothing. */
	public List<ReminderRound> plan(@Nullable ReportingPeriod only) {
		return rounds(only, (period, stage, parcels) -> fresh(period, stage, parcels).size());
	}

	/** What is done with the parcels of a stage; returns how many mails it made. */
	private interface Desk {

		int handle(ReportingPeriod period, Reminder stage, List<Parcel> parcels);

	}

	private List<ReminderRound> rounds(@Nullable ReportingPeriod only, Desk desk) {
		List<ReminderRound> rounds = new ArrayList<>();
		for (ReportingPeriod period : (only != null) ? List.of(only) : underWay()) {
			if (this.stages.haveBegun(this.deadlines.of(period).due(), this.clock.instant())) {
				byStage(period).forEach((stage, missing) -> rounds.add(round(period, stage, missing, desk)));
			}
		}
		return rounds;
	}

	/** The one before the last that fell due has reports with more time. */
	private List<ReportingPeriod> underWay() {
		Instant now = this.clock.instant();
		ReportingPeriod last = this.deadlines.fallenDue(now);
		List<ReportingPeriod> periods = new ArrayList<>();
		periods.add(this.deadlines.fallenDue(this.deadlines.of(last).due().minusNanos(1)));
		periods.add(last);
		periods.addAll(this.deadlines.open(now));
		return periods;
	}

	private Map<Reminder, List<Call>> byStage(ReportingPeriod period) {
		Instant now = this.clock.instant();
		Map<Reminder, List<Call>> found = new LinkedHashMap<>();
		this.stages.stages().forEach((stage) -> found.put(stage, new ArrayList<>()));
		for (Call call : this.calls.list(period, this.calls.province(), null).calls()) {
			this.stages.of(call.report().due(), now)
				.ifPresent((stage) -> found.getOrDefault(stage, List.of()).add(call));
		}
		found.values().removeIf(List::isEmpty);
		return found;
	}

	private ReminderRound round(ReportingPeriod period, Reminder stage, List<Call> missing, Desk desk) {
		RegionCode province = new RegionCode(this.definitions.job().province());
		Parcels parcels = Parcels.of(stage, missing, this.contacts, province);
		int mails = desk.handle(period, stage, parcels.all());
		return new ReminderRound(period, stage.code(), missing.size(), mails, names(parcels.uncontacted()),
				names(parcels.untold()));
	}

	private static List<String> names(List<Call> calls) {
		return calls.stream().map((call) -> call.report().name()).toList();
	}

	private int put(ReportingPeriod period, Reminder stage, List<Parcel> parcels) {
		int mails = 0;
		for (int from = 0; from < parcels.size(); from += PEOPLE) {
			mails += putTogether(period, stage, parcels.subList(from, Math.min(parcels.size(), from + PEOPLE)));
		}
		return mails;
	}

	/**
	 * Another node may have been faster; then it is looked again at what remains.
	 */
	private int putTogether(ReportingPeriod period, Reminder stage, List<Parcel> parcels) {
		for (int tries = 1;; tries++) {
			try {
				Integer mails = this.transactions.execute((transaction) -> {
					Map<Parcel, Integer> fresh = fresh(period, stage, parcels);
					fresh.forEach((parcel, batch) -> put(period, stage, parcel, batch));
					return fresh.size();
				});
				return (mails != null) ? mails : 0;
			}
			catch (DuplicateKeyException | PessimisticLockingFailureException ex) {
				if (tries == TRIES) {
					throw ex;
				}
			}
		}
	}

	/** Returns what people were not told yet, with the number of their mail. */
	private Map<Parcel, Integer> fresh(ReportingPeriod period, Reminder stage, List<Parcel> parcels) {
		Map<Parcel, Integer> fresh = new LinkedHashMap<>();
		for (int from = 0; from < parcels.size(); from += PEOPLE) {
			List<Parcel> some = parcels.subList(from, Math.min(parcels.size(), from + PEOPLE));
			Map<String, Told.Before> before = this.told.find(period, stage.code(),
					some.stream().map((parcel) -> parcel.to().email()).toList());
			for (Parcel parcel : some) {
				Told.Before known = before.getOrDefault(parcel.to().email(), Told.Before.NOTHING);
				Parcel rest = parcel.without(known.enterprises());
				if (!rest.isEmpty()) {
					fresh.put(rest, known.batches() + 1);
				}
			}
		}
		return fresh;
	}

	private void put(ReportingPeriod period, Reminder stage, Parcel parcel, int batch) {
		Instant now = this.clock.instant();
		this.told.add(period, stage.code(), parcel.to().email(), parcel.enterprises(), batch, now);
		Wording words = new Wording(parcel.to().locale(), this.definitions.regions(), this.stages.zone());
		Path workbook = ReminderLetter.workbook(period, parcel, this.sheet);
		try {
			Notice notice = new ReminderLetter(period, words, now)
				.write("reminder/" + period + "/" + stage.code() + "/" + batch, parcel, workbook);
			this.outbox.put(notice, List.of(parcel.to()));
		}
		finally {
			remove(workbook);
		}
	}

	/** The outbox has its copy. */
	private static void remove(@Nullable Path workbook) {
		if (workbook == null) {
			return;
		}
		try {
			Files.deleteIfExists(workbook);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The list of missing reports cannot be removed", ex);
		}
	}

}
