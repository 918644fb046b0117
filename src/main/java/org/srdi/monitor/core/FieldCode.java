package org.srdi.monitor.core;

import java.util.regex.Pattern;

/**
 * The name of a form field in definitions, consolidated workbooks and tables, for
 * instance {@code operating_revenue}.
 *
 * @param value lower-case letters, digits and underscores
 */
public record FieldCode(String value) implements Comparable<FieldCode> {

	private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]*");

	/** Refuses anything but a lower-case name. */
	public FieldCode {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"'" + value + "' is no field code: expected lower-case letters, digits and _");
		}
	}

	public static FieldCode of(String value) {
		return new FieldCode(value);
	}

	@Override
	public int compareTo(FieldCode other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
