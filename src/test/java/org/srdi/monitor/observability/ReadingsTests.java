package org.srdi.monitor.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.util.unit.DataSize;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Undisturbed;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures are read seldom, and what cannot be read is not told as if it were new. */
class ReadingsTests {

	private static final ObservabilityProperties PROPERTIES = new ObservabilityProperties(Duration.ofSeconds(20),
			Duration.ofMinutes(5), Duration.ofSeconds(30), DataSize.ofGigabytes(1), Duration.ofHours(1));

	private Instant now = Instant.parse("2026-10-30T00:00:00Z");

	private final AtomicInteger reads = new AtomicInteger();

	private Readings readings(ObservabilityProperties properties, Measure... measures) {
		return new Readings(List.of(measures),
				() -> new Moment(this.now, ReportingPeriod.parse("2026-10"), Instant.parse("2026-10-28T16:00:00Z"),
						ReportingPeriod.parse("2026-11"), Instant.parse("2026-11-28T16:00:00Z")),
				() -> this.now, properties);
	}

	private Measure counting(String name) {
		return Measure.gauge(name, "Counts its reads.", (moment) -> List.of(Sample.of(this.reads.incrementAndGet())));
	}

	@Test
	void manyRequestsCostOneReading() {
		try (Readings readings = readings(PROPERTIES, counting("srdi_x"))) {
			for (int i = 0; i < 50; i++) {
				assertThat(readings.current().figure("srdi_x")).isEqualTo(1.0);
			}
			this.now = this.now.plusSeconds(20);
			assertThat(readings.current().figure("srdi_x")).isEqualTo(2.0);
		}
	}

	/** The embedded database does not survive a thread that is interrupted in it. */
	@Test
	void whatIsBeingReadIsNotInterruptedAtTheEnd() throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		CompletableFuture<Boolean> undisturbed = new CompletableFuture<>();
		ObservabilityProperties impatient = new ObservabilityProperties(Duration.ofSeconds(20), Duration.ofMinutes(5),
				Duration.ofMillis(1), DataSize.ofGigabytes(1), Duration.ofHours(1));
		Readings readings = readings(impatient, Measure.gauge("srdi_x", "Takes its time.", (moment) -> {
			reading.countDown();
			undisturbed.complete(Undisturbed.until(closed));
			return List.of();
		}));
		readings.current();
		reading.await();
		readings.close();
		closed.countDown();
		assertThat(undisturbed.get()).isTrue();
	}

	@Test
	void aClockSetBackMakesFiguresOld() {
		try (Readings readings = readings(PROPERTIES, counting("srdi_x"))) {
			readings.current();
			this.now = this.now.minusSeconds(3600);
			assertThat(readings.current().figure("srdi_x")).isEqualTo(2.0);
		}
	}

	@Test
	void slowFiguresAreReadLessOften() {
		try (Readings readings = readings(PROPERTIES, counting("srdi_x").slow())) {
			readings.current();
			this.now = this.now.plusSeconds(299);
			assertThat(readings.current().figure("srdi_x")).isEqualTo(1.0);
			this.now = this.now.plusSeconds(1);
			assertThat(readings.current().figure("srdi_x")).isEqualTo(1.0); // read 1 s
																			// ago
			this.now = this.now.plusSeconds(20);
			assertThat(readings.current().figure("srdi_x")).isEqualTo(2.0);
		}
	}

	@Test
	void aFigureThatCannotBeReadIsMissingAndTheOthersAreNot() {
		List<RuntimeException> failures = new ArrayList<>();
		Measure fragile = Measure.gauge("srdi_fragile", "Fails.", (moment) -> {
			if (!failures.isEmpty()) {
				throw failures.get(0);
			}
			return List.of(Sample.of(7));
		});
		try (Readings readings = readings(PROPERTIES, fragile, counting("srdi_x"))) {
			assertThat(readings.current().figure("srdi_fragile")).isEqualTo(7.0);
			failures.add(new QueryTimeoutException("too long"));
			this.now = this.now.plusSeconds(20);
			assertThat(readings.current().figure("srdi_fragile")).isNull();
			assertThat(readings.current().figure("srdi_x")).isEqualTo(2.0);
			assertThat(readings.current().complete()).isFalse();
			assertThat(readings.current().failures()).isEqualTo(1);
			failures.clear();
			this.now = this.now.plusSeconds(20);
			assertThat(readings.current().complete()).isTrue();
		}
	}

	@Test
	void withoutADatabaseNoOldFigureIsTold() {
		List<RuntimeException> failures = new ArrayList<>();
		Measure fragile = Measure.gauge("srdi_fragile", "Fails.", (moment) -> {
			if (!failures.isEmpty()) {
				throw failures.get(0);
			}
			return List.of(Sample.of(7));
		});
		try (Readings readings = readings(PROPERTIES, counting("srdi_disk"), fragile, counting("srdi_x"))) {
			readings.current();
			failures.add(new CannotGetJdbcConnectionException("gone"));
			this.now = this.now.plusSeconds(20);
			Readings.State state = readings.current();
			assertThat(state.complete()).isFalse();
			assertThat(state.samples()).containsOnlyKeys("srdi_disk"); // read before
		}
	}

	@Test
	void whoAsksDoesNotWaitForEver() {
		CountDownLatch released = new CountDownLatch(1);
		Measure hanging = Measure.gauge("srdi_hanging", "Hangs.", (moment) -> {
			try {
				released.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return List.of(Sample.of(1));
		});
		ObservabilityProperties impatient = new ObservabilityProperties(Duration.ofSeconds(20), Duration.ofMinutes(5),
				Duration.ofMillis(1), DataSize.ofGigabytes(1), Duration.ofHours(1));
		try (Readings readings = readings(impatient, hanging)) {
			assertThat(readings.current().complete()).isFalse();
			released.countDown();
		}
	}

}
