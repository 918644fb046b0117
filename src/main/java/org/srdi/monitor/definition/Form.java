package org.srdi.monitor.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The form that enterprises fill in ({@code form.yaml}).
 *
 * @param code its name
 * @param version its version, printed into templates
 * @param title its Chinese title
 * @param titleEn its English title
 * @param sheet the name of the main sheet
 * @param spans how the columns are headed
 * @param sections the blocks, from top to bottom
 * @param products the table of main products
 */
public record Form(String code, String version, String title, String titleEn, String sheet,
		@DefaultValue List<SpanLabel> spans, @DefaultValue List<Section> sections, ProductTable products) {

	/** Returns all fields in the order of the form. */
	public Stream<Field> fields() {
		return this.sections.stream().flatMap((section) -> section.fields().stream());
	}

	/** Returns the fields that hold one text each: header and answers. */
	public List<Field> entries() {
		return fields().filter((field) -> !field.type().isFigure()).toList();
	}

	/** Returns the fields that hold figures. */
	public List<Field> figures() {
		return fields().filter((field) -> field.type().isFigure()).toList();
	}

	/** Returns the keys of all figures in the order of the form. */
	public List<FigureKey> figureKeys() {
		return figures().stream().flatMap((field) -> field.figureKeys().stream()).toList();
	}

	/** Returns the field of that code, empty if the form has none. */
	public Optional<Field> field(FieldCode code) {
		return fields().filter((field) -> field.code().equals(code)).findFirst();
	}

	/** Returns whether the form has that figure. */
	public boolean has(FigureKey key) {
		return field(key.field()).filter((field) -> field.spans().contains(key.span())).isPresent();
	}

	/**
	 * Returns how a column is headed.
	 * @throws IllegalArgumentException if the form does not head it
	 */
	public SpanLabel label(Span span) {
		return this.spans.stream()
			.filter((label) -> label.code() == span)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The form has no heading for " + span.key()));
	}

	/**
	 * How a column is headed.
	 *
	 * @param code the span
	 * @param label its Chinese heading
	 * @param labelEn its English heading
	 * @param aliases other headings under which files have it
	 */
	public record SpanLabel(Span code, String label, String labelEn, @DefaultValue List<String> aliases) {

	}

}
