package org.srdi.monitor.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.srdi.monitor.notice.AttachmentFiles.Kept;

/**
 * Takes notices in and sends them, once for each key and address, whatever happens in
 * between.
 */
public final class Outbox {

	private final Deliveries deliveries;

	private final AttachmentFiles files;

	private final Troubles troubles;

	private final Dispatcher dispatcher;

	private final DeliveryDesk desk;

	private final TransactionOperations transactions;

	private final Clock businessClock;

	private final InstantSource machineClock;

	Outbox(Deliveries deliveries, AttachmentFiles files, Troubles troubles, Dispatcher dispatcher, DeliveryDesk desk,
			TransactionOperations transactions, Clock businessClock, InstantSource machineClock) {
		this.deliveries = deliveries;
		this.files = files;
		this.troubles = troubles;
		this.dispatcher = dispatcher;
		this.desk = desk;
		this.transactions = transactions;
		this.businessClock = businessClock;
		this.machineClock = machineClock;
	}

	/**
	 * Puts a notice in for those who did not get one of its key before, whatever that
	 * said. Takes part in the transaction of the caller, if there is one.
	 * @return for how many it is new
	 * @throws java.io.UncheckedIOException if an attachment cannot be read or kept
	 */
	public int put(Notice notice, Collection<Recipient> to) {
		Map<String, Recipient> wanted = new LinkedHashMap<>();
		to.forEach((recipient) -> wanted.putIfAbsent(recipient.email(), recipient));
		Integer queued = this.transactions.execute((transaction) -> {
			if (wanted.isEmpty()) {
				return 0;
			}
			Set<String> known = this.deliveries.known(notice.key(), wanted.values());
			List<Recipient> fresh = wanted.values()
				.stream()
				.filter((recipient) -> !known.contains(recipient.email()))
				.toList();
			return fresh.isEmpty() ? 0 : queue(notice, fresh);
		});
		return (queued != null) ? queued : 0;
	}

	private int queue(Notice notice, List<Recipient> fresh) {
		List<Kept> kept = notice.attachments()
			.stream()
			.map((attachment) -> this.files.keep(attachment.file()))
			.toList();
		long id = this.deliveries.store(notice, hash(notice, kept), kept, this.businessClock.instant());
		Instant now = this.machineClock.instant();
		return (int) fresh.stream()
			.filter((recipient) -> this.deliveries.queue(id, notice.key(), recipient, now))
			.count();
	}

	private static String hash(Notice notice, List<Kept> kept) {
		List<String> said = new ArrayList<>(List.of(notice.kind(), notice.subject(), notice.text()));
		for (int i = 0; i < kept.size(); i++) {
			said.add(notice.attachments().get(i).name() + "\t" + kept.get(i).sha256());
		}
		return Sha256.of(String.join("\n", said));
	}

	/**
	 * Sends what is due, unless the way out was closed a short while ago.
	 * @throws IllegalStateException inside a transaction, for a claim that is not
	 * committed is none
	 */
	public Dispatch send() {
		return send(false);
	}

	/** Sends what is due, even if the way out was closed a moment ago. */
	public Dispatch sendNow() {
		return send(true);
	}

	private Dispatch send(boolean insisting) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Notices are sent outside of transactions only");
		}
		return this.dispatcher.send(insisting);
	}

	/** Returns by which way notices go out: {@code smtp} or {@code eml}. */
	public String channel() {
		return this.dispatcher.wayOut().name();
	}

	/** Returns where they go: the mail server, or the folder. */
	public String destination() {
		return this.dispatcher.wayOut().description();
	}

	/** Returns what keeps all notices from going out, empty if nothing is known. */
	public Optional<Trouble> trouble() {
		return this.troubles.find(channel());
	}

	/** Returns how many deliveries there are in each state, every state named. */
	public Map<DeliveryState, Integer> counts() {
		return this.desk.counts();
	}

	/**
	 * Returns how many deliveries of a key there are in each state, every state named.
	 */
	public Map<DeliveryState, Integer> counts(String key) {
		return this.desk.counts(key);
	}

	/** Returns since when the oldest notice waits, empty if none does. */
	public Optional<Instant> waitingSince() {
		return this.desk.waitingSince();
	}

	/** Returns the latest deliveries in some states, newest first. */
	public List<Delivery> list(Collection<DeliveryState> states, int limit) {
		return this.desk.list(states, limit);
	}

	/** Returns a delivery, empty if there is none of that number. */
	public Optional<Delivery> find(long id) {
		return this.desk.find(id);
	}

	/**
	 * Lets a delivery that failed be tried again at once, as if for the first time.
	 * @return whether it was; only failed ones and those given up are
	 */
	public boolean retry(long id) {
		return decided((now) -> this.desk.retry(id, now));
	}

	/** Lets all deliveries be tried again that were given up; returns how many. */
	public int retryAllGivenUp() {
		return decided(this.desk::retryAllGivenUp);
	}

	/**
	 * Decides that a delivery is not to be sent.
	 * @return whether it was; what was sent or is being sent cannot be
	 */
	public boolean cancel(long id, String reason) {
		return decided((now) -> this.desk.cancel(id, OneLine.of(reason, 500)));
	}

	/** A decision that loses a lock to a sender is taken again. */
	private <T> T decided(Function<Instant, T> decision) {
		return this.transactions.execute((transaction) -> decision.apply(this.machineClock.instant()));
	}

}
