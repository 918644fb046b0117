package org.srdi.monitor.observability;

import java.util.List;

/**
 * One figure of a measure.
 *
 * @param labels the values of its labels, in their order
 * @param value the figure, in the unit of the measure
 */
record Sample(List<String> labels, double value) {

	static Sample of(double value, String... labels) {
		return new Sample(List.of(labels), value);
	}

}
