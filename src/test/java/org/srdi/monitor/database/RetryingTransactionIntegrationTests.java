package org.srdi.monitor.database;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetryingTransactionIntegrationTests {

	private final DataSource database = TestDatabase.emptied();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final TransactionTemplate transactions = TestDatabase.transactions(this.database);

	@Test
	void theVictimOfADeadlockIsDoneAgain() throws Exception {
		CyclicBarrier bothHoldOne = new CyclicBarrier(2);
		AtomicInteger attempts = new AtomicInteger();
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			Future<?> first = two.submit(() -> raise("REGISTER", "PLANS", bothHoldOne, attempts));
			Future<?> second = two.submit(() -> raise("PLANS", "REGISTER", bothHoldOne, attempts));
			first.get();
			second.get();
		}
		finally {
			two.shutdownNow();
		}
		assertThat(revisions()).containsExactly(2L, 2L);
		assertThat(attempts).hasValue(3);
	}

	/** Takes one row, waits until the other side has the other, and wants that, too. */
	private void raise(String one, String other, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
		this.transactions.executeWithoutResult((transaction) -> {
			int attempt = attempts.incrementAndGet();
			raise(one);
			if (attempt <= 2) {
				await(bothHoldOne);
			}
			raise(other);
		});
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void raise(String part) {
		this.jdbc.sql("UPDATE register_change SET revision = revision + 1 WHERE part = :part")
			.param("part", part)
			.update();
	}

	private List<Long> revisions() {
		return this.jdbc.sql("SELECT revision FROM register_change ORDER BY part").query(Long.class).list();
	}

	@Test
	void insideAnotherTransactionItIsLeftToThatOne() {
		AtomicInteger attempts = new AtomicInteger();
		TransactionTemplate outer = new TransactionTemplate(new JdbcTransactionManager(this.database));
		assertThatThrownBy(() -> outer
			.executeWithoutResult((transaction) -> this.transactions.executeWithoutResult((inner) -> lose(attempts))))
			.isInstanceOf(CannotAcquireLockException.class);
		assertThat(attempts).hasValue(1);
	}

	@Test
	void whoLosesAgainAndAgainIsToldInTheEnd() {
		AtomicInteger attempts = new AtomicInteger();
		assertThatThrownBy(() -> this.transactions.executeWithoutResult((transaction) -> {
			raise("PLANS");
			lose(attempts);
		})).isInstanceOf(CannotAcquireLockException.class);
		assertThat(attempts).hasValue(9);
		assertThat(revisions()).containsExactly(0L, 0L);
	}

	private static void lose(AtomicInteger attempts) {
		attempts.incrementAndGet();
		throw new CannotAcquireLockException("lost");
	}

}
