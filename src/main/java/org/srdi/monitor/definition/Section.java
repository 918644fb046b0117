package org.srdi.monitor.definition;

import java.util.List;

import org.srdi.monitor.core.Span;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A block of the form with one heading.
 *
 * @param code its name
 * @param title its Chinese heading
 * @param titleEn its English heading
 * @param layout how its fields are laid out
 * @param spans the columns of a block of figures, from left to right; empty for entries
 * @param fields its fields, from top to bottom
 */
public record Section(String code, String title, String titleEn, Layout layout, @DefaultValue List<Span> spans,
		@DefaultValue List<Field> fields) {

	/** How the fields of a section are laid out. */
	public enum Layout {

		/** A label and one value each. */
		ENTRIES,
		/** A row each with a column per span. */
		FIGURES

	}

}
