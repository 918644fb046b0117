package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts collections into pieces that fit into a list of SQL parameters. */
final class Batches {

	private Batches() {
	}

	static <T> List<List<T>> of(Collection<T> all, int size) {
		List<T> list = List.copyOf(all);
		List<List<T>> pieces = new ArrayList<>();
		for (int from = 0; from < list.size(); from += size) {
			pieces.add(list.subList(from, Math.min(from + size, list.size())));
		}
		return pieces;
	}

}
