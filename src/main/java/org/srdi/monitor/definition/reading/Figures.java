package org.srdi.monitor.definition.reading;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;

/** What the other files may refer to: the fields of the form as far as they were read. */
final class Figures {

	private final Map<FieldCode, Field> fields = new HashMap<>();

	private final boolean known;

	/**
	 * Lists the fields of a form.
	 * @param form the form; null if it could not be read, then every reference passes
	 */
	Figures(@Nullable Form form) {
		this.known = form != null;
		if (form != null) {
			form.fields()
				.filter((field) -> field.code() != null)
				.forEach((field) -> this.fields.put(field.code(), field));
		}
	}

	@Nullable Field field(FieldCode code) {
		return this.fields.get(code);
	}

	/**
	 * Checks that the form has a figure.
	 * @param path where the file refers to it
	 * @return whether it has
	 */
	boolean check(YamlFile file, String path, FigureKey key) {
		if (!checkField(file, path, key.field())) {
			return false;
		}
		Field field = this.fields.get(key.field());
		if (field != null && !field.spans().contains(key.span())) {
			file.mistake(path, "unknown-span", key.field(), key.span().key(), spans(field));
			return false;
		}
		return field != null;
	}

	/**
	 * Checks that the form has a field.
	 * @param path where the file refers to it
	 * @return whether it has
	 */
	boolean checkField(YamlFile file, String path, FieldCode code) {
		if (this.known && !this.fields.containsKey(code)) {
			file.mistake(path, "unknown-field", code);
			return false;
		}
		return this.known;
	}

	/** Returns whether the form has a figure, without telling. */
	boolean has(FigureKey key) {
		Field field = this.fields.get(key.field());
		return field != null && field.spans().contains(key.span());
	}

	/** Returns the unit of a field, null if it has none or one nobody knows (told). */
	@Nullable String unit(FieldCode code) {
		Field field = this.fields.get(code);
		return (field != null && field.unit() != null && Units.isKnown(field.unit())) ? field.unit() : null;
	}

	/** Tells the terms that have another unit than the first. */
	void checkUnits(YamlFile file, Map<String, FieldCode> terms) {
		FieldCode first = null;
		for (Map.Entry<String, FieldCode> term : terms.entrySet()) {
			String unit = unit(term.getValue());
			if (unit == null) {
				continue;
			}
			first = (first != null) ? first : term.getValue();
			if (!unit.equals(unit(first))) {
				file.mistake(term.getKey(), "units-differ", term.getValue(), unit, first, String.valueOf(unit(first)));
			}
		}
	}

	private static String spans(Field field) {
		String spans = String.join(", ", field.spans().stream().map((span) -> span.key()).toList());
		return spans.isEmpty() ? "-" : spans;
	}

}
