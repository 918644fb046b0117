package org.srdi.monitor.notice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A notice on its way to one recipient.
 *
 * @param id the number of the delivery
 * @param notice what is told; its attachments are the copies in the outbox
 * @param hash the SHA-256 of what is told
 * @param to who is told
 * @param createdAt when the notice was put into the outbox
 * @param attempts how often it failed before
 */
record Letter(long id, Notice notice, String hash, Recipient to, Instant createdAt, int attempts) {

	/**
	 * Returns what names the letter for ever, wherever and however often it is sent: the
	 * SHA-256 of key and address.
	 */
	String identity() {
		return Sha256.of(this.notice.key() + "\n" + this.to.email());
	}

	/** Returns this letter with these attachments. */
	Letter with(List<Attachment> attachments) {
		Notice told = new Notice(this.notice.key(), this.notice.kind(), this.notice.subject(), this.notice.text(),
				attachments);
		return new Letter(this.id, told, this.hash, this.to, this.createdAt, this.attempts);
	}

	/** What a way out leaves behind; the file is null where there is none. */
	record Receipt(@Nullable Path file) {

	}

}
