package org.srdi.monitor.submission;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TogetherTests {

	@Test
	void resultsAreInTheOrderOfTheThings() {
		List<Integer> things = IntStream.range(0, 1000).boxed().toList();
		assertThat(Together.map(things, (thing) -> thing * 2))
			.isEqualTo(IntStream.range(0, 1000).mapToObj((thing) -> thing * 2).toList());
	}

	@Test
	void theFirstFailureIsToldOnceAllAreAtTheirEnd() throws Exception {
		CountDownLatch failed = new CountDownLatch(1);
		CountDownLatch mayEnd = new CountDownLatch(1);
		ForkJoinPool two = new ForkJoinPool(2);
		try {
			CompletableFuture<List<String>> all = CompletableFuture
				.supplyAsync(() -> Together.map(List.of("fails", "lasts"), (thing) -> {
					if (thing.equals("fails")) {
						failed.countDown();
						throw new IllegalStateException(thing);
					}
					await(mayEnd);
					return thing;
				}), two);
			failed.await();
			assertThat(all).isNotDone();
			mayEnd.countDown();
			assertThatThrownBy(all::join).cause().isInstanceOf(IllegalStateException.class).hasMessage("fails");
		}
		finally {
			two.shutdown();
		}
	}

	@Test
	void ofSeveralFailuresTheFirstInTheirOrderIsTold() {
		assertThatThrownBy(() -> Together.each(List.of(1, 2, 3), (thing) -> {
			if (thing > 1) {
				throw new IllegalStateException("thing " + thing);
			}
		})).isInstanceOf(IllegalStateException.class).hasMessage("thing 2");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
