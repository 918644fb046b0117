package org.srdi.monitor.definition.reading;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param line the line, counted from 1
 * @param column the character of the line, counted from 1
 */
record Place(int line, int column) implements Comparable<Place> {

	/** The beginning of a file. */
	static final Place START = new Place(1, 1);

	private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

	@Override
	public int compareTo(Place other) {
		return ORDER.compare(this, other);
	}

}
