package org.srdi.monitor.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LanesTests {

	private final ExecutorService threads = Executors.newFixedThreadPool(3);

	private final Lanes lanes = new Lanes(3, this.threads, TransactionOperations.withoutTransaction());

	@AfterEach
	void end() {
		this.threads.shutdown();
	}

	@Test
	void whatHasTheSameKeyIsWorkedOnInOneLaneInItsOrder() {
		Map<Integer, List<Integer>> byKey = new ConcurrentHashMap<>();
		Map<Integer, Thread> threadOfKey = new ConcurrentHashMap<>();
		List<Integer> calls = new ArrayList<>();
		this.lanes.each(IntStream.range(0, 100).boxed().toList(), (thing) -> thing % 10, (lane) -> {
			synchronized (calls) {
				calls.add(lane.size());
			}
			for (int thing : lane) {
				byKey.computeIfAbsent(thing % 10, (key) -> new ArrayList<>()).add(thing);
				assertThat(threadOfKey.computeIfAbsent(thing % 10, (key) -> Thread.currentThread()))
					.isSameAs(Thread.currentThread());
			}
		});
		// the keys 0 to 9 by their remainder of 3: 4, 3 and 3 of them
		assertThat(calls).containsExactlyInAnyOrder(40, 30, 30);
		assertThat(byKey).hasSize(10);
		byKey.forEach((key, things) -> assertThat(things)
			.isEqualTo(IntStream.range(0, 10).mapToObj((i) -> 10 * i + key).toList()));
	}

	@Test
	void whatHasNoKeyIsWorkedOnTogether() {
		List<List<String>> calls = new ArrayList<>();
		this.lanes.each(List.of("a", "b"), (thing) -> null, calls::add);
		assertThat(calls).containsExactly(List.of("a", "b"));
	}

	@Test
	void nothingToDoTakesNoLane() {
		this.lanes.each(List.of(), (thing) -> thing, (lane) -> {
			throw new AssertionError("worked on nothing");
		});
	}

	@Test
	void aFailureIsToldOnceTheOtherLanesAreAtTheirEnd() throws Exception {
		CountDownLatch failed = new CountDownLatch(1);
		CountDownLatch mayEnd = new CountDownLatch(1);
		CompletableFuture<Void> all = CompletableFuture
			.runAsync(() -> this.lanes.each(List.of(0, 1), (thing) -> thing, (lane) -> {
				if (lane.contains(0)) {
					failed.countDown();
					throw new CannotAcquireLockException("lane 0");
				}
				await(mayEnd);
			}));
		failed.await();
		assertThat(all).isNotDone();
		mayEnd.countDown();
		assertThatThrownBy(all::join).cause().isInstanceOf(CannotAcquireLockException.class).hasMessage("lane 0");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
