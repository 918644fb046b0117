package org.srdi.monitor.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.srdi.monitor.core.Undisturbed;
import org.srdi.monitor.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who holds a lock, who is dead, and what the dead may no longer do. */
class RunLocksIntegrationTests {

	private static final String ELSEWHERE = "another-host/1/0/1/1";

	private DataSource database;

	private JdbcClient jdbc;

	private RunLocks locks;

	@BeforeEach
	void empty() {
		this.database = TestDatabase.emptied();
		this.jdbc = JdbcClient.create(this.database);
		this.jdbc.sql("DELETE FROM run_lock").update();
		this.locks = new RunLocks(this.jdbc, Duration.ofSeconds(1));
	}

	@Test
	void aLockIsHeldUntilItIsClosed() {
		try (RunLocks.Held held = this.locks.tryHold("month/2026-10").orElseThrow()) {
			assertThat(held).hasToString("month/2026-10");
			assertThat(this.locks.tryHold("month/2026-10")).isEmpty();
		}
		assertThat(this.locks.tryHold("month/2026-10")).hasValueSatisfying(RunLocks.Held::close);
	}

	/** The embedded database does not survive a thread that is interrupted in it. */
	@Test
	void aBeatUnderWayIsNotInterruptedWhenTheLockIsGivenBack() throws Exception {
		CountDownLatch beating = new CountDownLatch(1);
		CountDownLatch givenBack = new CountDownLatch(1);
		CompletableFuture<Boolean> undisturbed = new CompletableFuture<>();
		RunLocks watched = new RunLocks(JdbcClient.create(new DelegatingDataSource(this.database) {

			@Override
			public Connection getConnection() throws SQLException {
				if (Thread.currentThread().getName().equals("lock-beat")) {
					beating.countDown();
					undisturbed.complete(Undisturbed.until(givenBack));
				}
				return super.getConnection();
			}

		}), Duration.ofSeconds(1));
		RunLocks.Held held = watched.tryHold("month/2026-10").orElseThrow();
		beating.await();
		held.close();
		givenBack.countDown();
		assertThat(undisturbed.get()).isTrue();
		assertThat(held.isLost()).isFalse();
	}

	/** As when the database went away before the end of the step could be told. */
	@Test
	void aStepWhoseEndNobodyToldDoesNotKeepItsThreadFromTheNext() {
		JobExecution job = new JobExecution(1, new JobInstance(1, "report-intake"), new JobParameters());
		IntakeLock lock = new IntakeLock(this.locks);
		lock.beforeStep(new StepExecution(1, "check-reports", job));
		StepExecution again = new StepExecution(1, "check-reports", job);
		lock.beforeStep(again);
		assertThat(this.locks.tryHold("intake")).isEmpty();
		lock.afterStep(again);
		assertThat(this.locks.tryHold("intake")).hasValueSatisfying(RunLocks.Held::close);
	}

	@Test
	void aProcessThatIsGoneFromThisHostIsDeadAtOnce() {
		LockOwner self = LockOwner.next();
		insert(new LockOwner(self.host(), self.process(), self.place(), self.start() - 1, 1).toString(), 60, 60_000);
		assertThat(this.locks.tryHold("month/2026-10")).hasValueSatisfying(RunLocks.Held::close);
	}

	@Test
	void aProcessOfAnotherContainerWithTheSameHostNameIsNotJudgedByItsNumber() {
		LockOwner self = LockOwner.next();
		insert(new LockOwner(self.host(), self.process(), "elsewhere", self.start() - 1, 1).toString(), 60, 60_000);
		assertThat(this.locks.tryHold("month/2026-10")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { -7200, -1, 7200 })
	void anOwnerThatIsSilentIsDeadHoweverTheClockOfTheDatabaseJumped(int seconds) {
		insert(ELSEWHERE, seconds, 300);
		assertThat(this.locks.tryHold("month/2026-10")).hasValueSatisfying(RunLocks.Held::close);
	}

	@ParameterizedTest
	@ValueSource(ints = { -7200, -1, 7200 })
	void anOwnerThatBeatsIsAliveHoweverTheClockOfTheDatabaseJumped(int seconds) {
		try (RunLocks.Held held = this.locks.tryHold("month/2026-10").orElseThrow()) {
			this.jdbc
				.sql("UPDATE run_lock SET held_until = TIMESTAMPADD(SECOND, :seconds, CURRENT_TIMESTAMP(6)), "
						+ "lease_ms = 3000")
				.param("seconds", seconds)
				.update();
			assertThat(this.locks.tryHold("month/2026-10")).isEmpty();
			assertThat(held.isLost()).isFalse();
		}
	}

	@Test
	void anOwnerWhoseLeaseRunsIsNotWatched() {
		insert(ELSEWHERE, 50, 60_000);
		assertThat(this.locks.tryHold("month/2026-10")).isEmpty();
		assertThat(this.jdbc.sql("SELECT owner FROM run_lock").query(String.class).list())
			.isEqualTo(List.of(ELSEWHERE));
	}

	@Test
	void aRowOfAnEarlierReleaseIsUnderstood() {
		insert("some-host/17/1761000000000", -1, 300);
		assertThat(this.locks.tryHold("month/2026-10")).hasValueSatisfying(RunLocks.Held::close);
	}

	@Test
	void whoLostItsLockCannotCommit() {
		TransactionTemplate transactions = fenced();
		RunLocks.Held held = this.locks.tryHold("month/2026-10").orElseThrow();
		transactions.executeWithoutResult((transaction) -> insertRecord("before"));
		takeOver();
		assertThatThrownBy(() -> transactions.executeWithoutResult((transaction) -> insertRecord("after")))
			.isInstanceOf(LeaseLostException.class)
			.hasMessage("本进程停顿过久，“month/2026-10”已由另一进程接手。此后本进程未写入任何内容，运行由接手的进程完成，无需处理。");
		assertThat(held.isLost()).isTrue();
		held.close();
		assertThat(this.jdbc.sql("SELECT run_id FROM run_record").query(String.class).list()).containsExactly("before");
		assertThat(this.jdbc.sql("SELECT owner FROM run_lock").query(String.class).list()).containsExactly(ELSEWHERE);
	}

	@Test
	void whoTookItsOwnLockAgainIsSomebodyElse() {
		TransactionTemplate transactions = fenced();
		RunLocks.Held first = this.locks.tryHold("month/2026-10").orElseThrow();
		this.jdbc.sql("DELETE FROM run_lock").update();
		try (RunLocks.Held second = this.locks.tryHold("month/2026-10").orElseThrow()) {
			assertThatThrownBy(() -> transactions.executeWithoutResult((transaction) -> insertRecord("first")))
				.isInstanceOf(LeaseLostException.class);
			first.close();
			transactions.executeWithoutResult((transaction) -> insertRecord("second"));
			assertThat(second.isLost()).isFalse();
		}
	}

	@Test
	void otherThreadsAndThoseWhoHoldNothingAreNotFenced() throws Exception {
		TransactionTemplate transactions = fenced();
		try (RunLocks.Held held = this.locks.tryHold("month/2026-10").orElseThrow()) {
			takeOver();
			Thread other = new Thread(
					() -> transactions.executeWithoutResult((transaction) -> insertRecord(held.toString())));
			other.start();
			other.join();
		}
		transactions.executeWithoutResult((transaction) -> insertRecord("unlocked"));
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM run_record").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void whoWorksForTheHolderIsFencedLikeIt() throws Exception {
		TransactionTemplate transactions = fenced();
		try (RunLocks.Held held = this.locks.tryHold("month/2026-10").orElseThrow()) {
			Runnable work = this.locks.decorator()
				.decorate(() -> transactions.executeWithoutResult((transaction) -> insertRecord(held.toString())));
			takeOver();
			assertThatThrownBy(() -> CompletableFuture.runAsync(work).join())
				.hasRootCauseInstanceOf(LeaseLostException.class);
		}
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM run_record").query(Integer.class).single()).isZero();
	}

	@Test
	void anOwnerIsReadAsItWasWritten() {
		LockOwner owner = LockOwner.next();
		assertThat(LockOwner.parse(owner.toString())).hasValue(owner);
		assertThat(owner.isSeenGone()).isFalse();
		assertThat(LockOwner.parse("a/b/c/d/e")).isEqualTo(Optional.empty());
	}

	private TransactionTemplate fenced() {
		JdbcTransactionManager manager = new JdbcTransactionManager(this.database);
		manager.setTransactionExecutionListeners(List.of(new Fence(this.locks)));
		return new TransactionTemplate(manager);
	}

	private void takeOver() {
		this.jdbc.sql("UPDATE run_lock SET owner = :owner").param("owner", ELSEWHERE).update();
	}

	private void insert(String owner, int secondsLeft, int lease) {
		this.jdbc.sql("""
				INSERT INTO run_lock (name, owner, held_until, beat, lease_ms)
				VALUES ('month/2026-10', :owner, TIMESTAMPADD(SECOND, :left, CURRENT_TIMESTAMP(6)), 5, :lease)
				""").param("owner", owner).param("left", secondsLeft).param("lease", lease).update();
	}

	private void insertRecord(String id) {
		this.jdbc.sql("""
				INSERT INTO run_record (run_id, job, revision, business_time, started_at, status)
				VALUES (:id, 'month', 1, CURRENT_TIMESTAMP(6), CURRENT_TIMESTAMP(6), 'RUNNING')
				""").param("id", id).update();
	}

}
