package org.srdi.monitor.notice;

import java.time.Instant;

/**
 * What keeps all notices from going out.
 *
 * @param code what went wrong, as in {@code unreachable}
 * @param detail what the other side said
 * @param failures how often it did so in a row
 * @param since when it began
 * @param retryAt when the next attempt is made
 */
public record Trouble(String code, String detail, int failures, Instant since, Instant retryAt) {

}
