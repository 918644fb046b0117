package org.srdi.monitor.submission;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.ProductTable;

/**
 * Recognises the fields and columns of a form in the text of a cell: by code, by label or
 * by one of its other names, whatever spaces, brackets and widths were typed.
 */
final class Vocabulary {

	/** Heads the column of values of a section of entries. */
	static final Set<String> VALUE_HEADINGS = Set.of("填报内容", "填报值", "内容", "value");

	private static final Set<String> TABLE_HEADINGS = Set.of("指标名称", "代码", "计量单位", "indicator", "code", "unit");

	private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}&&[^_]]+");

	private final Map<String, Field> codes = new HashMap<>();

	private final Map<String, Field> labels = new HashMap<>();

	private final Map<String, Field> names = new HashMap<>();

	private final Map<String, Span> spans = new HashMap<>();

	private final Map<String, FigureKey> figures = new HashMap<>();

	private final Map<String, String> products = new HashMap<>();

	Vocabulary(Form form) {
		form.spans().forEach(this::learn);
		form.fields().forEach((field) -> learn(form, field));
		form.products().columns().forEach(this::learn);
	}

	private void learn(Form.SpanLabel span) {
		namesOf(span.label(), span.labelEn(), span.aliases()).forEach((name) -> this.spans.put(name, span.code()));
	}

	private void learn(Form form, Field field) {
		this.codes.put(field.code().value(), field);
		this.labels.put(normalise(field.label()), field);
		this.labels.put(normalise(field.labelEn()), field);
		List<String> known = namesOf(field.label(), field.labelEn(), field.aliases());
		known.forEach((name) -> this.names.putIfAbsent(name, field));
		for (FigureKey key : field.figureKeys()) {
			Form.SpanLabel label = form.label(key.span());
			this.figures.put(normalise(key.toString()), key);
			this.figures.put(normalise(key.column()), key);
			for (String span : namesOf(label.label(), label.labelEn(), label.aliases())) {
				known.forEach((name) -> this.figures.putIfAbsent(name + span, key));
			}
		}
	}

	private void learn(ProductTable.Column column) {
		this.products.put(normalise(column.code()), column.code());
		this.products.put(normalise(column.label()), column.code());
		this.products.put(normalise(column.labelEn()), column.code());
	}

	private static List<String> namesOf(String label, String labelEn, List<String> aliases) {
		return Stream.concat(Stream.of(label, labelEn), aliases.stream())
			.map(Vocabulary::normalise)
			.distinct()
			.toList();
	}

	/** Returns the text half-width, in lower case, without spaces and punctuation. */
	static String normalise(String text) {
		return NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
	}

	/** Returns the field whose code the text is. */
	@Nullable Field byCode(String text) {
		return this.codes.get(text.strip());
	}

	/** Returns the field that goes by that name: code, label or alias. */
	@Nullable Field byName(String text) {
		Field field = byCode(text);
		return (field != null) ? field : this.names.get(normalise(text));
	}

	/** Returns whether the text is the code or the very label of a field. */
	boolean isLabel(String text) {
		return byCode(text) != null || this.labels.containsKey(normalise(text));
	}

	@Nullable Span span(String text) {
		return this.spans.get(normalise(text));
	}

	/** Returns the figure that heads a column of a consolidated workbook. */
	@Nullable FigureKey figure(String text) {
		return this.figures.get(normalise(text));
	}

	/** Returns the code of the column of the table of products. */
	@Nullable String product(String text) {
		return this.products.get(normalise(text));
	}

	boolean isTableHeading(String text) {
		return TABLE_HEADINGS.contains(normalise(text));
	}

	boolean isValueHeading(String text) {
		return VALUE_HEADINGS.contains(normalise(text));
	}

}
