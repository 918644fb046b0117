package org.srdi.monitor.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a notice stands with one recipient.
 *
 * @param id its number
 * @param key the key of the notice
 * @param kind the kind of the notice
 * @param subject its subject
 * @param name who gets it
 * @param email where
 * @param state how far it has come
 * @param attempts how often it failed
 * @param nextAttemptAt when it is tried next, if it is
 * @param errorCode what went wrong last; null if nothing did
 * @param error what the other side said, or why it was cancelled; null if nothing
 * @param createdAt when the notice was put in
 * @param sentAt when it went out; null until it does
 * @param messageId its Message-ID; null until it is first sent
 * @param channel {@code smtp} or {@code eml}; null until it is first sent
 */
public record Delivery(long id, String key, String kind, String subject, String name, String email, DeliveryState state,
		int attempts, Instant nextAttemptAt, @Nullable String errorCode, @Nullable String error, Instant createdAt,
		@Nullable Instant sentAt, @Nullable String messageId, @Nullable String channel) {

}
