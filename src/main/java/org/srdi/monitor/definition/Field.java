package org.srdi.monitor.definition;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A field of the form.
 *
 * @param code its name in definitions and tables
 * @param label its Chinese label in the template
 * @param labelEn its English label
 * @param aliases other labels under which files have it
 * @param type what may stand in it
 * @param unit the unit of its figures, as in 万元; null for entries
 * @param unitEn what that unit is called in English; null for entries
 * @param spans the columns it has; empty for entries
 * @param due when it must not be blank
 * @param min the least figure allowed; null for entries
 * @param max the greatest figure allowed; null for entries
 * @param divisions the industry divisions it applies to, as in {@code 06-46}; null for
 * all
 * @param part whether it is part of the field above it (其中)
 * @param options the choices; empty where there are none
 * @param maxLength the greatest number of characters; null where there is none
 * @param definition what is to be filled in, in Chinese; null where the label says it all
 * @param definitionEn the same in English
 */
public record Field(FieldCode code, String label, String labelEn, @DefaultValue List<String> aliases, FieldType type,
		@Nullable String unit, @Nullable String unitEn, @DefaultValue List<Span> spans, Due due,
		@Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable String divisions, boolean part,
		@DefaultValue List<Option> options, @Nullable Integer maxLength, @Nullable String definition,
		@Nullable String definitionEn) {

	/** Returns whether the field applies to a division of industry (two digits). */
	public boolean appliesTo(@Nullable String division) {
		if (this.divisions == null || division == null) {
			return true;
		}
		return division.compareTo(this.divisions.substring(0, 2)) >= 0
				&& division.compareTo(this.divisions.substring(3)) <= 0;
	}

	/** Returns the keys of its figures, in the order of its columns. */
	public List<FigureKey> figureKeys() {
		return this.spans.stream().map((span) -> new FigureKey(this.code, span)).toList();
	}

	/** Returns whether its figures may be negative. */
	public boolean isSigned() {
		return this.min != null && this.min.signum() < 0;
	}

	/**
	 * A choice.
	 *
	 * @param code the stored value
	 * @param label what people see in Chinese
	 * @param labelEn what people see in English
	 */
	public record Option(String code, String label, String labelEn) {

	}

}
