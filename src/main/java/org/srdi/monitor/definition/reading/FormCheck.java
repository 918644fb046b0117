package org.srdi.monitor.definition.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.ProductTable;
import org.srdi.monitor.definition.Section;

/** Checks what {@code form.yaml} means. */
final class FormCheck {

	private static final Pattern DIVISIONS = Pattern.compile("\\d{2}-\\d{2}");

	private static final Map<String, FieldType> INDISPENSABLE = Map.of("credit_code", FieldType.CREDIT_CODE,
			"enterprise_name", FieldType.TEXT, "period", FieldType.PERIOD, "operating_status", FieldType.CHOICE);

	private final YamlFile file;

	private final Codes codes;

	private final Map<String, String> labels = new HashMap<>();

	private FormCheck(YamlFile file) {
		this.file = file;
		this.codes = new Codes(file);
	}

	static void check(YamlFile file, Form form) {
		FormCheck check = new FormCheck(file);
		check.checkHeadings(form);
		check.checkSections(form);
		check.checkIndispensable(form);
		if (form.products() != null) {
			check.checkProducts(form, form.products());
		}
	}

	private void checkHeadings(Form form) {
		Codes spans = new Codes(this.file);
		Map<String, String> headings = new HashMap<>();
		for (int i = 0; i < form.spans().size(); i++) {
			String path = "spans[" + i + "]";
			Form.SpanLabel heading = form.spans().get(i);
			spans.add(path + ".code", heading.code());
			checkLabels(path, heading.label(), heading.aliases(), headings);
		}
	}

	private void checkSections(Form form) {
		Codes sections = new Codes(this.file);
		for (int i = 0; i < form.sections().size(); i++) {
			String path = "sections[" + i + "]";
			Section section = form.sections().get(i);
			sections.add(path + ".code", section.code());
			checkSection(path, section, form);
			checkFields(path, section);
		}
	}

	private void checkSection(String path, Section section, Form form) {
		boolean figures = section.layout() == Section.Layout.FIGURES;
		if (section.layout() != null && figures == section.spans().isEmpty()) {
			this.file.mistake(path, figures ? "section.spans-missing" : "section.spans-unused", section.code());
		}
		List<Span> headed = form.spans().stream().map(Form.SpanLabel::code).toList();
		for (int i = 0; i < section.spans().size(); i++) {
			if (!headed.contains(section.spans().get(i))) {
				this.file.mistake(path + ".spans[" + i + "]", "section.span-unheaded", section.spans().get(i).key());
			}
		}
		checkRepeated(path + ".spans", section.spans());
	}

	private void checkRepeated(String path, List<?> values) {
		if (this.file.isReadable(path)) {
			Codes seen = new Codes(this.file);
			for (int i = 0; i < values.size(); i++) {
				seen.add(path + "[" + i + "]", values.get(i));
			}
		}
	}

	private void checkFields(String sectionPath, Section section) {
		for (int i = 0; i < section.fields().size(); i++) {
			String path = sectionPath + ".fields[" + i + "]";
			Field field = section.fields().get(i);
			this.codes.add(path + ".code", field.code());
			checkLabels(path, field.label(), field.aliases(), this.labels);
			if (this.file.isComplete(path)) {
				checkField(path, field, section);
				if (i == 0 && field.part()) {
					this.file.mistake(path + ".part", "field.part-of-nothing", field.code());
				}
			}
		}
	}

	private void checkField(String path, Field field, Section section) {
		boolean figures = section.layout() == Section.Layout.FIGURES;
		if (section.layout() != null && figures != field.type().isFigure()) {
			this.file.mistake(path + ".type", figures ? "field.no-figure" : "field.no-entry", field.code());
		}
		if (field.type().isFigure()) {
			checkFigure(path, field, section);
		}
		else {
			checkEntry(path, field);
		}
		if (field.definition() != null) {
			needs(path, "definition-en", field.definitionEn());
		}
		if (field.divisions() != null && !isRange(field.divisions())) {
			this.file.mistake(path + ".divisions", "field.divisions", field.divisions());
		}
	}

	private static boolean isRange(String divisions) {
		return DIVISIONS.matcher(divisions).matches()
				&& divisions.substring(0, 2).compareTo(divisions.substring(3)) <= 0;
	}

	private void checkFigure(String path, Field field, Section section) {
		needs(path, "unit", field.unit());
		needs(path, "unit-en", field.unitEn());
		needs(path, "min", field.min());
		needs(path, "max", field.max());
		needs(path, "spans", field.spans().isEmpty() ? null : field.spans());
		hasNoUse(path, "options", field.options().isEmpty() ? null : field.options(), field);
		hasNoUse(path, "max-length", field.maxLength(), field);
		if (field.unit() != null) {
			checkUnit(path, field, field.unit());
		}
		checkBounds(path, field);
		checkRepeated(path + ".spans", field.spans());
		for (int i = 0; i < field.spans().size(); i++) {
			if (!section.spans().contains(field.spans().get(i)) && this.file.isReadable("spans")) {
				this.file.mistake(path + ".spans[" + i + "]", "field.span-beside-section", field.spans().get(i).key(),
						section.code());
			}
		}
	}

	private void checkUnit(String path, Field field, String unit) {
		if (!Units.isKnown(unit)) {
			this.file.mistake(path + ".unit", "unknown-unit", unit, Units.all());
		}
		else if (!Units.of(field.type()).contains(unit)) {
			this.file.mistake(path + ".unit", "field.unit-unfit", unit, field.code(),
					String.join(" ", Units.of(field.type())));
		}
	}

	private void checkBounds(String path, Field field) {
		BigDecimal min = field.min();
		BigDecimal max = field.max();
		if (min != null && max != null && min.compareTo(max) > 0) {
			this.file.mistake(path + ".min", "min-above-max", min.toPlainString(), max.toPlainString());
		}
	}

	private void checkEntry(String path, Field field) {
		hasNoUse(path, "unit", field.unit(), field);
		hasNoUse(path, "unit-en", field.unitEn(), field);
		hasNoUse(path, "min", field.min(), field);
		hasNoUse(path, "max", field.max(), field);
		hasNoUse(path, "spans", field.spans().isEmpty() ? null : field.spans(), field);
		if (field.type() == FieldType.TEXT) {
			needs(path, "max-length", field.maxLength());
		}
		if (field.maxLength() != null && field.maxLength() < 1) {
			this.file.mistake(path + ".max-length", "not-positive", "max-length", field.maxLength());
		}
		checkOptions(path, field);
	}

	private void checkOptions(String path, Field field) {
		boolean choice = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
		if (!choice) {
			hasNoUse(path, "options", field.options().isEmpty() ? null : field.options(), field);
			return;
		}
		needs(path, "options", field.options().isEmpty() ? null : field.options());
		Codes options = new Codes(this.file);
		Codes optionLabels = new Codes(this.file);
		for (int i = 0; i < field.options().size(); i++) {
			options.add(path + ".options[" + i + "].code", field.options().get(i).code());
			optionLabels.add(path + ".options[" + i + "].label", field.options().get(i).label());
		}
	}

	private void needs(String path, String key, @Nullable Object value) {
		if (value == null && !this.file.isFailed(path + "." + key)) {
			this.file.mistake(path, "missing", key);
		}
	}

	private void hasNoUse(String path, String key, @Nullable Object value, Field field) {
		if (value != null) {
			this.file.mistake(path + "." + key, "field.no-use", key, field.code());
		}
	}

	private void checkLabels(String path, @Nullable String label, List<String> aliases, Map<String, String> seen) {
		Set<String> own = new HashSet<>();
		if (label != null && own.add(normalise(label))) {
			checkLabel(path + ".label", label, path, seen);
		}
		for (int i = 0; i < aliases.size(); i++) {
			if (own.add(normalise(aliases.get(i)))) {
				checkLabel(path + ".aliases[" + i + "]", aliases.get(i), path, seen);
			}
		}
	}

	private void checkLabel(String path, String label, String owner, Map<String, String> seen) {
		String other = seen.putIfAbsent(normalise(label), owner);
		if (other != null) {
			this.file.mistake(path, "ambiguous-label", label, String.valueOf(this.file.value(other + ".code")));
		}
	}

	private static String normalise(String label) {
		return Normalizer.normalize(label, Normalizer.Form.NFKC).replaceAll("\\s+", "");
	}

	private void checkIndispensable(Form form) {
		INDISPENSABLE.forEach((code, type) -> {
			boolean there = form.fields()
				.anyMatch((field) -> field.code() != null && field.code().value().equals(code)
						&& (field.type() == type || field.type() == null));
			if (!there && this.file.isReadable("sections")) {
				this.file.mistake("sections", "field.indispensable", code,
						type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
			}
		});
	}

	private void checkProducts(Form form, ProductTable products) {
		Codes columns = new Codes(this.file);
		Codes headings = new Codes(this.file);
		if (products.rows() < 1 && this.file.isLeaf("products.rows")) {
			this.file.mistake("products.rows", "not-positive", "rows", products.rows());
		}
		if (products.sheet() != null && products.sheet().equals(form.sheet())) {
			this.file.mistake("products.sheet", "duplicate", products.sheet());
		}
		for (int i = 0; i < products.columns().size(); i++) {
			String path = "products.columns[" + i + "]";
			ProductTable.Column column = products.columns().get(i);
			columns.add(path + ".code", column.code());
			headings.add(path + ".label", column.label());
			if (column.type() == ProductTable.Type.TEXT) {
				needs(path, "max-length", column.maxLength());
			}
		}
	}

}
