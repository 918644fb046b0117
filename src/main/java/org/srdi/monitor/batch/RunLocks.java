package org.srdi.monitor.batch;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks that say which process works on what. A lock is a row whose owner keeps beating:
 * it changes a number and says, by the clock of the database, until when it holds.
 * <p>
 * Whether an owner is dead or only slow is decided in two steps, because no clock can be
 * trusted with it alone: clocks are set, and a machine that was suspended finds itself
 * hours later. The clock of the database, the one clock all nodes share, only gives
 * suspicion: a lock that is overdue, or held for longer than anybody may, may have lost
 * its owner or have seen the clock jump. Whoever suspects then watches for two beats,
 * measured by a clock that cannot be set. An owner that beats lives, whatever the clocks
 * say; one that is silent is dead, and its lock is removed. So a jump of a clock neither
 * kills a live run nor keeps a dead one, and nobody waits for a lock that is held in good
 * order. An owner on the same host whose process is gone is dead at once.
 * <p>
 * The verdict may still be wrong: an owner may be paused for longer than that and go on
 * later. {@link Fence} keeps such an owner from writing.
 */
final class RunLocks {

	private static final Logger log = LoggerFactory.getLogger(RunLocks.class);

	/** An owner beats that often in the time of its lease. */
	private static final int BEATS = 6;

	/** Who suspects an owner watches it for that part of its lease. */
	private static final int WATCH = 3;

	private final JdbcClient jdbc;

	private final Duration lease;

	/** What a thread holds is what the transactions of the thread work under. */
	private final ThreadLocal<Set<Held>> heldHere = ThreadLocal.withInitial(LinkedHashSet::new);

	/**
	 * Keeps locks in a database.
	 * @param lease how long an owner may be silent before others suspect it
	 */
	RunLocks(JdbcClient jdbc, Duration lease) {
		this.jdbc = jdbc;
		this.lease = lease;
	}

	/**
	 * Takes a lock; empty if another holds it. Returns at once, unless the owner seems to
	 * be dead and has to be watched.
	 */
	Optional<Held> tryHold(String name) {
		find(name).filter(this::isDead).ifPresent((row) -> remove(name, row));
		Held held = new Held(name, LockOwner.next());
		try {
			held.enter();
			return Optional.of(held);
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
		long begin = System.nanoTime();
		Optional<Held> held = tryHold(name);
		while (held.isEmpty()) {
			if (System.nanoTime() - begin > patience.toNanos()) {
				throw new IllegalStateException("Another process has been holding '" + name + "' for " + patience);
			}
			pause(Duration.ofMillis(500));
			held = tryHold(name);
		}
		return held.get();
	}

	/** Returns whether the current thread works under a lock. */
	boolean holdsAny() {
		return !this.heldHere.get().isEmpty();
	}

	/**
	 * Makes sure, until the end of the transaction, that nobody else has taken over what
	 * the current thread holds.
	 * @throws LeaseLostException if somebody has
	 */
	void demandAll() {
		this.heldHere.get().forEach(Held::demand);
	}

	/**
	 * Lets the threads of a pool work under what the thread holds that sends them to
	 * work.
	 */
	TaskDecorator decorator() {
		return (task) -> {
			Set<Held> held = new LinkedHashSet<>(this.heldHere.get());
			return () -> {
				this.heldHere.set(held);
				try {
					task.run();
				}
				finally {
					this.heldHere.remove();
				}
			};
		};
	}

	private Optional<Row> find(String name) {
		return this.jdbc.sql("""
				SELECT owner, beat, lease_ms, TIMESTAMPDIFF(MICROSECOND, CURRENT_TIMESTAMP(6), held_until)
				FROM run_lock WHERE name = :name
				""")
			.param("name", name)
			.query((rs, n) -> new Row(name, rs.getString(1), rs.getLong(2), Duration.ofMillis(rs.getLong(3)),
					Duration.ofNanos(rs.getLong(4) * 1000)))
			.optional();
	}

	private boolean isDead(Row row) {
		if (LockOwner.parse(row.owner()).filter(LockOwner::isSeenGone).isPresent()) {
			log.info("{} was held by {}, which is gone", row.name(), row.owner());
			return true;
		}
		return row.isSuspicious() && isSilent(row);
	}

	private boolean isSilent(Row row) {
		log.info("{} is held by {}, which may be dead: watching it", row.name(), row.owner());
		long begin = System.nanoTime();
		Duration watch = row.lease().dividedBy(WATCH);
		while (System.nanoTime() - begin < watch.toNanos()) {
			pause(watch.dividedBy(10));
			if (find(row.name()).filter(row::isUnchanged).isEmpty()) {
				log.info("{} is alive", row.owner());
				return false;
			}
		}
		log.warn("{} was held by {}, which is silent: taking it over", row.name(), row.owner());
		return true;
	}

	/** Removes it in the state it was judged in, not if it has beaten since. */
	private void remove(String name, Row row) {
		this.jdbc.sql("DELETE FROM run_lock WHERE name = :name AND owner = :owner AND beat = :beat")
			.param("name", name)
			.param("owner", row.owner())
			.param("beat", row.beat())
			.update();
	}

	private static void pause(Duration time) {
		try {
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a lock", ex);
		}
	}

	/**
	 * A lock as it is stored.
	 *
	 * @param beat changes as long as the owner lives
	 * @param lease how long the owner may be silent
	 * @param left how long it is still held by the clock of the database
	 */
	private record Row(String name, String owner, long beat, Duration lease, Duration left) {

		boolean isSuspicious() {
			return this.left.isNegative() || this.left.compareTo(this.lease) > 0;
		}

		boolean isUnchanged(Row now) {
			return this.owner.equals(now.owner) && this.beat == now.beat;
		}

	}

	/** A lock that is held until it is closed, by the thread that took it. */
	final class Held implements AutoCloseable {

		private final String name;

		private final String owner;

		private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "lock-beat");
			thread.setDaemon(true);
			return thread;
		});

		private volatile boolean lost;

		private Held(String name, LockOwner owner) {
			this.name = name;
			this.owner = owner.toString();
		}

		private void enter() {
			write("""
					INSERT INTO run_lock (name, owner, held_until, beat, lease_ms)
					VALUES (:name, :owner, TIMESTAMPADD(MICROSECOND, :micros, CURRENT_TIMESTAMP(6)), 0, :lease)
					""");
			long interval = RunLocks.this.lease.dividedBy(BEATS).toMillis();
			var unused = this.beats.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.MILLISECONDS);
			RunLocks.this.heldHere.get().add(this);
		}

		private void beat() {
			try {
				if (write("""
						UPDATE run_lock SET beat = beat + 1, lease_ms = :lease,
							held_until = TIMESTAMPADD(MICROSECOND, :micros, CURRENT_TIMESTAMP(6))
						WHERE name = :name AND owner = :owner
						""") == 0 && !this.beats.isShutdown()) {
					log.warn("{} was taken over by another process", this.name);
					this.lost = true;
					this.beats.shutdown();
				}
			}
			catch (RuntimeException ex) {
				// the next beat tries again; a lease outlives several of them
				log.debug("{} could not beat", this.name, ex);
			}
		}

		private int write(String sql) {
			return RunLocks.this.jdbc.sql(sql)
				.param("name", this.name)
				.param("owner", this.owner)
				.param("lease", RunLocks.this.lease.toMillis())
				.param("micros", RunLocks.this.lease.toMillis() * 1000)
				.update();
		}

		/** Returns whether it is known that another has taken the lock over. */
		boolean isLost() {
			return this.lost;
		}

		private void demand() {
			this.lost = this.lost || RunLocks.this.jdbc
				.sql("SELECT beat FROM run_lock WHERE name = :name AND owner = :owner FOR UPDATE")
				.param("name", this.name)
				.param("owner", this.owner)
				.query(Long.class)
				.optional()
				.isEmpty();
			if (this.lost) {
				throw new LeaseLostException(this.name);
			}
		}

		@Override
		public String toString() {
			return this.name;
		}

		@Override
		public void close() {
			RunLocks.this.heldHere.get().remove(this);
			// a beat under way ends: interrupting it would close the file of the embedded
			// database
			this.beats.shutdown();
			try {
				RunLocks.this.jdbc.sql("DELETE FROM run_lock WHERE name = :name AND owner = :owner")
					.param("name", this.name)
					.param("owner", this.owner)
					.update();
			}
			catch (DataAccessException ex) {
				log.warn("The lock {} stays until it lapses", this.name, ex);
			}
		}

	}

}
