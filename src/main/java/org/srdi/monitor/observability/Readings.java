package org.srdi.monitor.observability;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

import org.jspecify.annotations.Nullable;

/**
 * The last figures of all measures. Whoever asks gets figures that are fresh enough;
 * otherwise one thread reads them again, and who asked waits for it, but not for ever.
 */
final class Readings implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Readings.class);

	private final List<Measure> measures;

	private final Supplier<Moment> moments;

	private final InstantSource machineClock;

	private final ObservabilityProperties properties;

	private final Map<Measure, Read> last = new LinkedHashMap<>();

	private final ExecutorService reader = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "observability");
		thread.setDaemon(true);
		return thread;
	});

	private @Nullable Future<?> underWay;

	private volatile State state = new State(Map.of(), Instant.EPOCH, false, 0);

	Readings(List<Measure> measures, Supplier<Moment> moments, InstantSource machineClock,
			ObservabilityProperties properties) {
		this.measures = measures;
		this.moments = moments;
		this.machineClock = machineClock;
		this.properties = properties;
	}

	/**
	 * All figures.
	 *
	 * @param samples the figures of each measure; a measure that could never be read is
	 * missing
	 * @param readAt when they were read last
	 * @param complete whether all could be read that were to be
	 * @param failures how many measures could not be read since the start
	 */
	record State(Map<String, List<Sample>> samples, Instant readAt, boolean complete, long failures) {

		/**
		 * Returns the figure of a measure with these labels; null if there is none.
		 */
		@Nullable Double figure(String measure, String... labels) {
			return this.samples.getOrDefault(measure, List.of())
				.stream()
				.filter((sample) -> sample.labels().equals(List.of(labels)))
				.map(Sample::value)
				.findFirst()
				.orElse(null);
		}

		/** Returns the sum of the figures of a measure; 0 if there are none. */
		double sum(String measure) {
			return this.samples.getOrDefault(measure, List.of()).stream().mapToDouble(Sample::value).sum();
		}

	}

	private record Read(Instant at, List<Sample> samples) {

	}

	List<Measure> measures() {
		return this.measures;
	}

	/** Returns the figures, read again where they are too old. */
	State current() {
		Future<?> refresh = refreshUnlessFresh();
		if (refresh != null) {
			await(refresh);
		}
		return this.state;
	}

	private synchronized @Nullable Future<?> refreshUnlessFresh() {
		if (this.underWay != null && !this.underWay.isDone()) {
			return this.underWay;
		}
		if (isFresh(this.state.readAt(), this.properties.refresh())) {
			return null;
		}
		this.underWay = this.reader.submit(this::refresh);
		return this.underWay;
	}

	/** A clock that was set back makes figures old as well. */
	private boolean isFresh(Instant readAt, Duration limit) {
		Duration age = Duration.between(readAt, this.machineClock.instant());
		return !age.isNegative() && age.compareTo(limit) < 0;
	}

	private void await(Future<?> refresh) {
		try {
			refresh.get(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			log.warn("The figures could not be read within {}: the last ones are told", this.properties.patience());
		}
		catch (ExecutionException ex) {
			log.warn("The figures cannot be read", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void refresh() {
		long failures = 0;
		Instant start = this.machineClock.instant();
		try {
			Moment moment = this.moments.get();
			for (Measure measure : this.measures) {
				failures += (isFreshEnough(measure) || read(measure, moment, start)) ? 0 : 1;
			}
		}
		catch (DataAccessException ex) {
			// asking for each of the others would only take as long again
			log.warn("The figures cannot be read: {}", ex.getMessage());
			this.last.entrySet()
				.removeIf(
						(entry) -> entry.getKey().pace() == Measure.Pace.QUICK && !entry.getValue().at().equals(start));
			failures++;
		}
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		this.last.forEach((measure, read) -> samples.put(measure.name(), read.samples()));
		this.state = new State(samples, start, failures == 0, this.state.failures() + failures);
	}

	private boolean isFreshEnough(Measure measure) {
		Read read = this.last.get(measure);
		return read != null && measure.pace() == Measure.Pace.SLOW && isFresh(read.at(), this.properties.refreshSlow());
	}

	/** Figures that cannot be read are forgotten: old ones would look like new ones. */
	private boolean read(Measure measure, Moment moment, Instant at) {
		try {
			this.last.put(measure, new Read(at, measure.reading().at(moment)));
			return true;
		}
		catch (CannotGetJdbcConnectionException ex) {
			throw ex;
		}
		catch (DataAccessException | UncheckedIOException ex) {
			log.warn("{} cannot be read", measure.name(), ex);
			this.last.remove(measure);
			return false;
		}
	}

	/** What is being read is not interrupted: the embedded database takes that ill. */
	@Override
	public void close() {
		this.reader.shutdown();
	}

}
