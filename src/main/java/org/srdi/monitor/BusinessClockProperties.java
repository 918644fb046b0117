package org.srdi.monitor;

import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;

import org.jspecify.annotations.Nullable;

/**
 * What the clock of the business says ({@code srdi.*}).
 *
 * @param asOf the instant it stands at, for rehearsals, as in
 * {@code 2026-10-28T16:30:00Z}; null for the time it really is
 */
@ConfigurationProperties("srdi")
record BusinessClockProperties(@Nullable Instant asOf) {

}
