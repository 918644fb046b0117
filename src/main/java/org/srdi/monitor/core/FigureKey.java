package org.srdi.monitor.core;

/**
 * Names one figure of a report: a field over a span, {@code operating_revenue.ytd} in
 * text and {@code operating_revenue_ytd} as a column.
 *
 * @param field the field
 * @param span the stretch of time
 */
public record FigureKey(FieldCode field, Span span) {

	/** Returns the key of that field and span. */
	public static FigureKey of(String field, Span span) {
		return new FigureKey(FieldCode.of(field), span);
	}

	/**
	 * Reads {@code operating_revenue.ytd}.
	 * @throws IllegalArgumentException if the text is not a field code, a dot and a span
	 */
	public static FigureKey parse(String text) {
		int dot = text.lastIndexOf('.');
		if (dot < 0) {
			throw new IllegalArgumentException(
					"'" + text + "' is no figure: expected field.span, as in operating_revenue.ytd");
		}
		return of(text.substring(0, dot), Span.parse(text.substring(dot + 1)));
	}

	/** Returns the same field over another span. */
	public FigureKey over(Span other) {
		return new FigureKey(this.field, other);
	}

	/** Returns the column of {@code monthly_report} that holds the figure. */
	public String column() {
		return this.field.value() + "_" + this.span.key();
	}

	@Override
	public String toString() {
		return this.field.value() + "." + this.span.key();
	}

}
