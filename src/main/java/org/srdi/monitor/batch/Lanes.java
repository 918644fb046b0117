package org.srdi.monitor.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.transaction.support.TransactionOperations;

import org.jspecify.annotations.Nullable;

/**
 * Shares the work of a chunk out among threads, so that it does not wait for one
 * connection to the database: each lane works in a transaction of its own. What has the
 * same key is worked on in one lane, in its order.
 * <p>
 * If a lane fails, or the chunk afterwards, what the others stored stays. Work that is
 * shared out must therefore pass over what it finds done when it is begun again.
 */
final class Lanes {

	private final int count;

	private final Executor threads;

	private final TransactionOperations transactions;

	/**
	 * Makes as many lanes.
	 * @param threads at least as many, which know for whom they work
	 */
	Lanes(int count, Executor threads, TransactionOperations transactions) {
		this.count = count;
		this.threads = threads;
		this.transactions = transactions;
	}

	/**
	 * Returns once all lanes have ended.
	 * @throws RuntimeException the failure of one of the lanes that failed
	 */
	<T> void each(Collection<? extends T> things, Function<T, @Nullable Object> key, Consumer<List<T>> work) {
		Map<Integer, List<T>> lanes = new TreeMap<>();
		for (T thing : things) {
			int lane = Math.floorMod(Objects.hashCode(key.apply(thing)), this.count);
			lanes.computeIfAbsent(lane, (none) -> new ArrayList<>()).add(thing);
		}
		CompletableFuture<?>[] underWay = lanes.values()
			.stream()
			.map((lane) -> CompletableFuture.runAsync(() -> work(lane, work), this.threads))
			.toArray(CompletableFuture[]::new);
		try {
			CompletableFuture.allOf(underWay).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private <T> void work(List<T> lane, Consumer<List<T>> work) {
		this.transactions.executeWithoutResult((transaction) -> work.accept(lane));
	}

}
