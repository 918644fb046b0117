package org.srdi.monitor.submission;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does the same to many things at once, on all processors. A parallel stream leaves the
 * others at work when one fails; what writes files must have ended before anybody cleans
 * up, tries again or leaves.
 */
final class Together {

	private Together() {
	}

	/**
	 * Returns the results in the order of the things, once all have ended.
	 * @throws RuntimeException the failure of the first that failed, in their order
	 */
	static <T, R> List<R> map(List<T> things, Function<T, R> work) {
		List<Supplier<R>> ended = things.parallelStream().map((thing) -> end(thing, work)).toList();
		return ended.stream().map(Supplier::get).toList();
	}

	/**
	 * Returns once all have ended.
	 * @throws RuntimeException the failure of the first that failed, in their order
	 */
	static <T> void each(List<T> things, Consumer<T> work) {
		map(things, (thing) -> {
			work.accept(thing);
			return thing;
		});
	}

	private static <T, R> Supplier<R> end(T thing, Function<T, R> work) {
		try {
			R result = work.apply(thing);
			return () -> result;
		}
		catch (RuntimeException ex) {
			return () -> {
				throw ex;
			};
		}
	}

}
