package org.srdi.monitor.database;

import java.util.function.Supplier;

import org.springframework.core.retry.RetryOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * Does a transaction again that the database chose as the victim of a deadlock, or that
 * waited too long for a lock. Inside another transaction it does not: that one is lost as
 * a whole and has to be done again by whoever began it.
 */
final class RetryingTransactionTemplate extends TransactionTemplate {

	private static final long serialVersionUID = 1L;

	private final transient RetryOperations retries;

	RetryingTransactionTemplate(PlatformTransactionManager transactionManager, RetryOperations retries) {
		super(transactionManager);
		this.retries = retries;
	}

	@Override
	public <T extends @Nullable Object> T execute(TransactionCallback<T> action) throws TransactionException {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return super.execute(action);
		}
		Supplier<T> attempt = () -> super.execute(action);
		return this.retries.invoke(attempt);
	}

}
