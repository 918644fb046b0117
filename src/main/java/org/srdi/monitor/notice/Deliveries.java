package org.srdi.monitor.notice;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.notice.AttachmentFiles.Kept;

/** The rows of notices and their deliveries, on their way from QUEUED to SENT. */
final class Deliveries {

	/** Longer than any letter takes: see the time-outs of the mail server. */
	private static final Duration LEASE = Duration.ofMinutes(10);

	private static final String BACK = """
			UPDATE notice_delivery
			SET state = CASE WHEN attempts > 0 THEN 'FAILED' ELSE 'QUEUED' END, claimed_by = NULL, claimed_until = NULL
			WHERE state = 'SENDING' AND %s
			""";

	private static final String DUE = """
			FROM notice_delivery d JOIN notice n ON n.id = d.notice_id
			WHERE d.state IN ('QUEUED', 'FAILED') AND d.next_attempt_at <= :now
			""";

	private static final String LETTER = """
			SELECT d.id, n.id AS notice_id, n.notice_key, n.kind, n.subject, n.content, n.content_hash, n.created_at,
				d.name, d.address, d.locale, d.attempts
			FROM notice_delivery d JOIN notice n ON n.id = d.notice_id
			WHERE d.id = :id
			""";

	private static final String END = """
			UPDATE notice_delivery
			SET state = :state, attempts = :attempts, next_attempt_at = :next, error_code = :code, last_error = :error,
				sent_at = :sentAt, claimed_by = NULL, claimed_until = NULL
			WHERE id = :id AND state = 'SENDING' AND claimed_by = :me
			""";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Claimant claimant;

	Deliveries(JdbcClient jdbc, TransactionOperations transactions, Claimant claimant) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.claimant = claimant;
	}

	/** In a transaction of its own, which is done again if it loses a lock to another. */
	private int update(JdbcClient.StatementSpec statement) {
		return this.transactions.execute((transaction) -> statement.update());
	}

	/** Returns which of these addresses have a delivery of that key. */
	Set<String> known(String key, Collection<Recipient> recipients) {
		return new HashSet<>(
				this.jdbc.sql("SELECT address FROM notice_delivery WHERE notice_key = :key AND address IN (:addresses)")
					.param("key", key)
					.param("addresses", recipients.stream().map(Recipient::email).toList())
					.query(String.class)
					.list());
	}

	/** Stores what is told, unless it is there, and returns its number. */
	long store(Notice notice, String hash, List<Kept> kept, Instant now) {
		try {
			this.jdbc.sql("""
					INSERT INTO notice (notice_key, content_hash, kind, period, subject, content, created_at)
					VALUES (:key, :hash, :kind, :period, :subject, :content, :now)
					""")
				.param("key", notice.key())
				.param("hash", hash)
				.param("kind", notice.kind())
				.param("period", notice.period().map(ReportingPeriod::toString).orElse(null))
				.param("subject", notice.subject())
				.param("content", notice.text())
				.param("now", StoredTime.of(now))
				.update();
		}
		catch (DuplicateKeyException ex) {
			return find(notice.key(), hash);
		}
		long id = find(notice.key(), hash);
		for (int i = 0; i < kept.size(); i++) {
			store(id, i, notice.attachments().get(i), kept.get(i));
		}
		return id;
	}

	private long find(String key, String hash) {
		return this.jdbc.sql("SELECT id FROM notice WHERE notice_key = :key AND content_hash = :hash")
			.param("key", key)
			.param("hash", hash)
			.query(Long.class)
			.single();
	}

	private void store(long id, int seq, Attachment attachment, Kept kept) {
		this.jdbc.sql("""
				INSERT INTO notice_attachment (notice_id, seq, name, media_type, sha256, size_bytes, path)
				VALUES (:id, :seq, :name, :type, :sha256, :size, :path)
				""")
			.param("id", id)
			.param("seq", seq)
			.param("name", attachment.name())
			.param("type", attachment.mediaType())
			.param("sha256", kept.sha256())
			.param("size", kept.size())
			.param("path", kept.path())
			.update();
	}

	/** Queues a notice for a recipient; false if that was done before. */
	boolean queue(long notice, String key, Recipient to, Instant now) {
		try {
			this.jdbc.sql("""
					INSERT INTO notice_delivery (notice_id, notice_key, address, name, locale, state, next_attempt_at)
					VALUES (:notice, :key, :address, :name, :locale, 'QUEUED', :now)
					""")
				.param("notice", notice)
				.param("key", key)
				.param("address", to.email())
				.param("name", to.name())
				.param("locale", to.locale().getLanguage())
				.param("now", StoredTime.of(now))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Takes back what processes claimed that are gone or silent for too long. */
	void takeBack(Instant now) {
		update(this.jdbc.sql(BACK.formatted("claimed_until < :now")).param("now", StoredTime.of(now)));
		this.jdbc.sql("SELECT DISTINCT claimed_by FROM notice_delivery WHERE state = 'SENDING'")
			.query(String.class)
			.list()
			.stream()
			.filter(this.claimant::isGone)
			.forEach((gone) -> update(this.jdbc.sql(BACK.formatted("claimed_by = :gone")).param("gone", gone)));
	}

	/**
	 * Returns the numbers of what is due, the longest due first.
	 * @param kinds the kinds to look for; null for all
	 */
	List<Long> due(Instant now, @Nullable Collection<String> kinds, int limit) {
		String which = (kinds != null) ? " AND n.kind IN (:kinds)" : "";
		return this.jdbc.sql("SELECT d.id " + DUE + which + " ORDER BY d.next_attempt_at, d.id LIMIT " + limit)
			.param("now", StoredTime.of(now))
			.param("kinds", (kinds != null && !kinds.isEmpty()) ? kinds : List.of(""))
			.query(Long.class)
			.list();
	}

	/** Returns how many are due. */
	int countDue(Instant now) {
		return this.jdbc.sql("SELECT COUNT(*) " + DUE).param("now", StoredTime.of(now)).query(Integer.class).single();
	}

	/** Claims what is due; false if another was faster. */
	boolean claim(long id, String channel, Instant now) {
		return update(this.jdbc.sql("""
				UPDATE notice_delivery
				SET state = 'SENDING', channel = :channel, claimed_by = :me, claimed_until = :until
				WHERE id = :id AND state IN ('QUEUED', 'FAILED') AND next_attempt_at <= :now
				""")
			.param("id", id)
			.param("channel", channel)
			.param("me", this.claimant.name())
			.param("until", StoredTime.of(now.plus(LEASE)))
			.param("now", StoredTime.of(now))) == 1;
	}

	/** Returns what is to be sent, without its attachments. */
	Letter letter(long id) {
		return this.jdbc.sql(LETTER).param("id", id).query(Deliveries::letter).single();
	}

	private static Letter letter(ResultSet row, int number) throws SQLException {
		Notice notice = new Notice(row.getString("notice_key"), row.getString("kind"), row.getString("subject"),
				row.getString("content"), List.of());
		Recipient to = new Recipient(row.getString("name"), row.getString("address"),
				Locale.forLanguageTag(row.getString("locale")));
		return new Letter(row.getLong("id"), notice, row.getString("content_hash"), to,
				StoredTime.toInstant(row.getObject("created_at", LocalDateTime.class)), row.getInt("attempts"));
	}

	/**
	 * Returns the attachments of a letter, from where they are kept.
	 * @throws UndeliveredException if one is gone or not what it was
	 */
	List<Attachment> attachments(long delivery, AttachmentFiles files) throws UndeliveredException {
		List<Stored> stored = this.jdbc.sql("""
				SELECT a.name, a.media_type, a.sha256, a.size_bytes, a.path
				FROM notice_attachment a JOIN notice_delivery d ON d.notice_id = a.notice_id
				WHERE d.id = :id ORDER BY a.seq
				""").param("id", delivery).query(Stored.class).list();
		List<Attachment> attachments = new ArrayList<>();
		for (Stored one : stored) {
			Path file = files.find(new Kept(one.sha256(), one.sizeBytes(), one.path()));
			attachments.add(new Attachment(one.name(), file, one.mediaType()));
		}
		return attachments;
	}

	/** An attachment as stored. */
	record Stored(String name, String mediaType, String sha256, long sizeBytes, String path) {

	}

	/**
	 * Notes under which name a letter goes out, just before it does; false if the claim
	 * was lost meanwhile.
	 */
	boolean confirm(Letter letter, String messageId, Instant now) {
		return update(this.jdbc.sql("""
				UPDATE notice_delivery SET message_id = :name, claimed_until = :until
				WHERE id = :id AND state = 'SENDING' AND claimed_by = :me
				""")
			.param("name", messageId)
			.param("until", StoredTime.of(now.plus(LEASE)))
			.param("id", letter.id())
			.param("me", this.claimant.name())) == 1;
	}

	/** Notes that a letter went out; the remark says if something about it is odd. */
	void sent(Letter letter, Instant at, Instant now, @Nullable String remark) {
		end(letter, DeliveryState.SENT, letter.attempts(), now, remark, (remark != null) ? "" : null, at);
	}

	/** Notes that a letter did not get out; null says that it never will. */
	void failed(Letter letter, UndeliveredException failure, Instant now, @Nullable Duration pause) {
		DeliveryState state = (pause != null) ? DeliveryState.FAILED : DeliveryState.GIVEN_UP;
		Instant next = (pause != null) ? now.plus(pause) : now;
		end(letter, state, letter.attempts() + 1, next, failure.code(), failure.detail(), null);
	}

	private void end(Letter letter, DeliveryState state, int attempts, Instant next, @Nullable String code,
			@Nullable String error, @Nullable Instant sentAt) {
		update(this.jdbc.sql(END)
			.param("id", letter.id())
			.param("me", this.claimant.name())
			.param("state", state.name())
			.param("attempts", attempts)
			.param("next", StoredTime.of(next))
			.param("code", code)
			.param("error", error)
			.param("sentAt", (sentAt != null) ? StoredTime.of(sentAt) : null));
	}

	/** Gives a claim back, as if nothing had been tried. */
	void giveBack(Letter letter) {
		update(this.jdbc.sql(BACK.formatted("id = :id AND claimed_by = :me"))
			.param("id", letter.id())
			.param("me", this.claimant.name()));
	}

}
