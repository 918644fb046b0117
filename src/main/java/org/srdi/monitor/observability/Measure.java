package org.srdi.monitor.observability;

import java.util.List;

/**
 * Something that is measured.
 *
 * @param name its name in Prometheus, unit included
 * @param kind what may be done with it
 * @param help what it means, one sentence
 * @param labels the names of its labels
 * @param pace how often it is read
 * @param reading reads it
 */
record Measure(String name, Kind kind, String help, List<String> labels, Pace pace, Reading reading) {

	/** What may be done with a figure. */
	enum Kind {

		/** It goes up and down. */
		GAUGE,
		/** It only grows; its name ends in {@code _total}. */
		COUNTER,
		/** Its labels say it all; its name ends in {@code _info}. */
		INFO

	}

	/** How often a figure is read. */
	enum Pace {

		/** Every {@code srdi.observability.refresh}. */
		QUICK,
		/** Every {@code srdi.observability.refresh-slow}. */
		SLOW

	}

	/** Reads figures. */
	@FunctionalInterface
	interface Reading {

		/** Returns the figures of now; none where there is nothing to tell. */
		List<Sample> at(Moment moment);

	}

	/** Returns one that goes up and down, quick to read and without labels. */
	static Measure gauge(String name, String help, Reading reading) {
		return new Measure(name, Kind.GAUGE, help, List.of(), Pace.QUICK, reading);
	}

	/** Returns one that only grows, slow to read and without labels. */
	static Measure counter(String name, String help, Reading reading) {
		return new Measure(name, Kind.COUNTER, help, List.of(), Pace.SLOW, reading);
	}

	/** Returns this one with these labels. */
	Measure by(String... labels) {
		return new Measure(this.name, this.kind, this.help, List.of(labels), this.pace, this.reading);
	}

	/** Returns this one, slow to read. */
	Measure slow() {
		return new Measure(this.name, this.kind, this.help, this.labels, Pace.SLOW, this.reading);
	}

}
