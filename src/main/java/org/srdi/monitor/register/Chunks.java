package org.srdi.monitor.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts long lists so that no statement has more than 500 values in a list. */
final class Chunks {

	private static final int SIZE = 500;

	private Chunks() {
	}

	static <T> List<List<T>> of(Collection<T> values) {
		List<T> all = new ArrayList<>(values);
		return IntStream.range(0, (all.size() + SIZE - 1) / SIZE)
			.mapToObj((i) -> all.subList(i * SIZE, Math.min(all.size(), (i + 1) * SIZE)))
			.toList();
	}

}
