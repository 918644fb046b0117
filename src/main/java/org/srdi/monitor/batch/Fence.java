package org.srdi.monitor.batch;

import org.springframework.core.Ordered;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.jspecify.annotations.Nullable;

/**
 * Lets no transaction commit that works under a lock which another process has taken over
 * meanwhile: a process that was paused, or cut off from the database for longer than its
 * lease, wakes up believing that it still owns its run.
 * <p>
 * The row of the lock is read for update at the very end of the transaction. Until the
 * commit is through nobody can take the lock over, and no earlier than that is the row
 * kept from the owner's own signs of life. Whoever is about to do what cannot be rolled
 * back, such as giving a published file its name, asks before by a flush.
 */
final class Fence implements TransactionExecutionListener {

	private final RunLocks locks;

	Fence(RunLocks locks) {
		this.locks = locks;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure == null && !transaction.isReadOnly() && this.locks.holdsAny()
				&& TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new Check());
		}
	}

	private final class Check implements TransactionSynchronization {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public void flush() {
			Fence.this.locks.demandAll();
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			Fence.this.locks.demandAll();
		}

	}

}
