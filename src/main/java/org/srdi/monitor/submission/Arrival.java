package org.srdi.monitor.submission;

import java.time.Instant;

/**
 * A file that came in.
 *
 * @param claim names this arrival
 * @param fileName the name it came in under
 * @param sha256 the hash of its bytes, which finds them in the archive
 * @param receivedAt when it arrived
 */
public record Arrival(String claim, String fileName, String sha256, Instant receivedAt) {

}
