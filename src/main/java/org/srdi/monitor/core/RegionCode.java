package org.srdi.monitor.core;

import java.util.regex.Pattern;

/**
 * The six-digit code of an administrative region (GB/T 2260, or local usage for zones).
 * Its place in the hierarchy is a fact of the region list, not of its digits: 429004 is a
 * city although it looks like a county.
 *
 * @param value six digits
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

	private static final Pattern SHAPE = Pattern.compile("\\d{6}");

	/** Refuses anything but six digits. */
	public RegionCode {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("'" + value + "' is no region code: expected six digits, as in 420100");
		}
	}

	@Override
	public int compareTo(RegionCode other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
