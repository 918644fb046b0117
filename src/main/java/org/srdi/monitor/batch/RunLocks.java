package org.srdi.monitor.batch;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/**
 * Locks that say which process works on what. A lock is a row that its owner keeps
 * renewing; it lapses when the owner is gone, at once where that can be seen from here.
 */
final class RunLocks {

	private static final Logger log = LoggerFactory.getLogger(RunLocks.class);

	private static final Duration LEASE = Duration.ofSeconds(60);

	private final JdbcClient jdbc;

	private final InstantSource machineClock;

	private final String owner;

	RunLocks(JdbcClient jdbc, InstantSource machineClock) {
		this.jdbc = jdbc;
		this.machineClock = machineClock;
		ProcessHandle self = ProcessHandle.current();
		this.owner = host() + "/" + self.pid() + "/"
				+ self.info().startInstant().map(Instant::toEpochMilli).orElseGet(RunLocks::vmStart);
	}

	private static long vmStart() {
		return ManagementFactory.getRuntimeMXBean().getStartTime();
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown-host";
		}
	}

	/** Takes a lock; empty if another holds it. */
	Optional<Held> tryHold(String name) {
		removeLapsed(name);
		try {
			this.jdbc.sql("INSERT INTO run_lock (name, owner, held_until) VALUES (:name, :owner, :until)")
				.param("name", name)
				.param("owner", this.owner)
				.param("until", until())
				.update();
			return Optional.of(new Held(name));
		}
		catch (DuplicateKeyException | TransientDataAccessException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Takes a lock, waiting for whoever holds it.
	 * @throws IllegalStateException if it is not free within the given time
	 */
	Held hold(String name, Duration patience) {
		Instant end = this.machineClock.instant().plus(patience);
		Optional<Held> held = tryHold(name);
		while (held.isEmpty()) {
			if (this.machineClock.instant().isAfter(end)) {
				throw new IllegalStateException("Another process has been holding '" + name + "' for " + patience);
			}
			pause();
			held = tryHold(name);
		}
		return held.get();
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(500);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a lock", ex);
		}
	}

	private void removeLapsed(String name) {
		this.jdbc.sql("SELECT owner, held_until FROM run_lock WHERE name = :name")
			.param("name", name)
			.query((rs, n) -> new Row(rs.getString(1), rs.getObject(2, LocalDateTime.class)))
			.optional()
			.filter(this::isDead)
			.ifPresent((row) -> this.jdbc.sql("DELETE FROM run_lock WHERE name = :name AND owner = :owner")
				.param("name", name)
				.param("owner", row.owner())
				.update());
	}

	private boolean isDead(Row row) {
		if (row.until().isBefore(StoredTime.of(this.machineClock.instant()))) {
			return true;
		}
		String[] parts = row.owner().split("/", -1);
		if (row.owner().equals(this.owner) || parts.length != 3 || !parts[0].equals(host())) {
			return false;
		}
		return ProcessHandle.of(Long.parseLong(parts[1]))
			.filter(ProcessHandle::isAlive)
			.flatMap((process) -> process.info().startInstant())
			.filter((start) -> start.toEpochMilli() == Long.parseLong(parts[2]))
			.isEmpty();
	}

	private LocalDateTime until() {
		return StoredTime.of(this.machineClock.instant().plus(LEASE));
	}

	private record Row(String owner, LocalDateTime until) {

	}

	/** A lock that is held until it is closed. */
	final class Held implements AutoCloseable {

		private final String name;

		private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "lock-renewal");
			thread.setDaemon(true);
			return thread;
		});

		private Held(String name) {
			this.name = name;
			var unused = this.renewal.scheduleAtFixedRate(this::renew, 15, 15, TimeUnit.SECONDS);
		}

		private void renew() {
			try {
				RunLocks.this.jdbc.sql("UPDATE run_lock SET held_until = :until WHERE name = :name AND owner = :owner")
					.param("until", until())
					.param("name", this.name)
					.param("owner", RunLocks.this.owner)
					.update();
			}
			catch (RuntimeException ex) {
				// the next renewal tries again; the lease outlives three of them
			}
		}

		@Override
		public String toString() {
			return this.name;
		}

		@Override
		public void close() {
			this.renewal.shutdownNow();
			try {
				RunLocks.this.jdbc.sql("DELETE FROM run_lock WHERE name = :name AND owner = :owner")
					.param("name", this.name)
					.param("owner", RunLocks.this.owner)
					.update();
			}
			catch (DataAccessException ex) {
				log.warn("The lock {} stays until it lapses", this.name, ex);
			}
		}

	}

}
