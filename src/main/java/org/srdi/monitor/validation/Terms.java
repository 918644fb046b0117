package org.srdi.monitor.validation;

import java.util.List;
import java.util.stream.Stream;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;

/**
 * Finds the figures that rules name.
 *
 * @param form the form
 */
record Terms(Form form) {

	Term of(FieldCode code, Span span) {
		return of(new FigureKey(code, span));
	}

	/**
	 * Returns the term of a figure.
	 * @throws IllegalArgumentException if the form lacks it, which loading has ruled out
	 */
	Term of(FigureKey key) {
		Field field = this.form.field(key.field())
			.orElseThrow(() -> new IllegalArgumentException("The form has no field " + key.field()));
		return new Term(key, field, this.form.label(key.span()));
	}

	/** Returns the fields named or, if none are, all figures of the form. */
	Stream<Field> fields(List<FieldCode> named) {
		return named.isEmpty() ? this.form.figures().stream()
				: named.stream().flatMap((code) -> this.form.field(code).stream());
	}

}
