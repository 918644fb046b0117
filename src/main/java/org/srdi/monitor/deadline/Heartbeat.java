package org.srdi.monitor.deadline;

import java.lang.ProcessHandle;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

import org.srdi.monitor.core.StoredTime;

/**
 * The sign of life of this process while it serves. The service is there as long as any
 * node beats; where none has for more than three minutes, whoever beats next enters an
 * outage. A clock that is set forward while this very process goes on is no outage.
 */
public final class Heartbeat implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	private static final Duration EVERY = Duration.ofSeconds(30);

	/** So many beats may fail before anybody speaks of an outage. */
	private static final Duration TOLERATED = Duration.ofMinutes(3);

	/** Nodes that have been silent for so long are forgotten. */
	private static final Duration REMEMBERED = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final Outages outages;

	private final TransactionOperations transactions;

	private final InstantSource machineClock;

	private final LongSupplier nanoTime;

	private final String node;

	private final Instant started;

	private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "heartbeat");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable Long lastNanos;

	Heartbeat(JdbcClient jdbc, Outages outages, TransactionOperations transactions, InstantSource machineClock,
			LongSupplier nanoTime, String node) {
		this.jdbc = jdbc;
		this.outages = outages;
		this.transactions = transactions;
		this.machineClock = machineClock;
		this.nanoTime = nanoTime;
		this.node = (node.length() <= 80) ? node : node.substring(node.length() - 80);
		this.started = machineClock.instant();
	}

	/** Names this process among those that may serve. */
	static String thisNode() {
		try {
			return InetAddress.getLocalHost().getHostName() + "/" + ProcessHandle.current().pid();
		}
		catch (UnknownHostException ex) {
			return "unknown-host/" + ProcessHandle.current().pid();
		}
	}

	/**
	 * Gives the first beat at once, so that an outage is known before anything runs, and
	 * goes on in the background until the application ends.
	 */
	public void start() {
		tryBeat();
		var unused = this.beats.scheduleWithFixedDelay(this::tryBeat, EVERY.toSeconds(), EVERY.toSeconds(),
				TimeUnit.SECONDS);
	}

	/**
	 * A database that is away makes beats fail: that is the outage the next one tells of.
	 */
	private void tryBeat() {
		try {
			beat();
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("This beat could not be stored; the next one follows in {} s", EVERY.toSeconds(), ex);
		}
	}

	/** Gives a beat; enters an outage if nobody has for too long. */
	void beat() {
		this.transactions.executeWithoutResult((status) -> {
			Instant now = this.machineClock.instant();
			Beat last = last().orElse(null);
			if (last != null && Duration.between(last.at(), now).compareTo(TOLERATED) > 0) {
				tell(last, now);
			}
			store(now);
		});
		this.lastNanos = this.nanoTime.getAsLong();
	}

	private void tell(Beat last, Instant now) {
		Long nanos = this.lastNanos;
		if (nanos != null && Duration.ofNanos(this.nanoTime.getAsLong() - nanos).compareTo(TOLERATED) <= 0) {
			log.warn("The clock of this machine was set forward or the machine was suspended: from {} to {}. Enter it "
					+ "with 'outage record' if nobody could report meanwhile", last.at(), now);
			return;
		}
		Outage outage = this.outages.detected(last.at(), now, last.node());
		log.warn("Nobody served from {} to {}; deadlines moved: {}", outage.from(), outage.to(),
				outage.effects().size());
	}

	private Optional<Beat> last() {
		return this.jdbc.sql("SELECT node, beat_at FROM service_beat ORDER BY beat_at DESC, node LIMIT 1")
			.query((row, number) -> new Beat(row.getString("node"), DeadlineTable.instant(row, "beat_at")))
			.optional();
	}

	/** Returns when any node gave the last beat, empty if none ever has. */
	public Optional<Instant> lastBeat() {
		return last().map(Beat::at);
	}

	private void store(Instant now) {
		this.jdbc.sql("""
				INSERT INTO service_beat (node, started_at, beat_at) VALUES (:node, :started, :now)
				ON DUPLICATE KEY UPDATE started_at = VALUES(started_at), beat_at = VALUES(beat_at)
				""")
			.param("node", this.node)
			.param("started", StoredTime.of(this.started))
			.param("now", StoredTime.of(now))
			.update();
		this.jdbc.sql("DELETE FROM service_beat WHERE beat_at < :forgotten")
			.param("forgotten", StoredTime.of(now.minus(REMEMBERED)))
			.update();
	}

	/** Ends the beats; one under way is not interrupted while it writes. */
	@Override
	public void close() {
		this.beats.shutdown();
	}

	private record Beat(String node, Instant at) {

	}

}
