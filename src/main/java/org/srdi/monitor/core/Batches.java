package org.srdi.monitor.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts collections into pieces that are worked on at once. */
public final class Batches {

	private static final int VALUES = 500;

	private Batches() {
	}

	/** Returns pieces, in order, that fit into a list of values in a statement. */
	public static <T> List<List<T>> of(Collection<T> all) {
		return of(all, VALUES);
	}

	/** Returns pieces of at most that size, in order. */
	public static <T> List<List<T>> of(Collection<T> all, int size) {
		List<T> list = new ArrayList<>(all);
		List<List<T>> pieces = new ArrayList<>();
		for (int from = 0; from < list.size(); from += size) {
			pieces.add(list.subList(from, Math.min(from + size, list.size())));
		}
		return pieces;
	}

}
