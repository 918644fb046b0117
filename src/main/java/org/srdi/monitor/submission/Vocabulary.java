package org.srdi.monitor.submission;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.ProductTable;

/**
 * Knows what the words of a form mean, whatever their spaces, widths and brackets. May be
 * shared by threads.
 */
final class Vocabulary {

	/** Heads the column of values of a section of entries. */
	private static final Set<String> VALUE_HEADINGS = Set.of("填报内容", "填报值", "内容", "value");

	private static final Set<String> TABLE_HEADINGS = Set.of("指标名称", "代码", "计量单位", "indicator", "code", "unit");

	private static final Set<String> UNIT_HEADINGS = Set.of("计量单位", "unit");

	/**
	 * Stands over columns of this year, or of last year, where headings have two levels.
	 */
	private static final Map<String, Boolean> YEARS = Map.of("本年", false, "今年", false, "本期", false, "thisyear", false,
			"上年同期", true, "去年同期", true, "上年", true, "去年", true, "lastyear", true);

	private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}&&[^_]]+");

	private static final Pattern UNIT = Pattern.compile("[(（]\\s*([^()（）\\s]{1,4})\\s*[)）]");

	/** Stands in front of labels in other people's forms: 其中： 减： 1. （一）. */
	private static final Pattern PREFIX = Pattern
		.compile("^\\s*(?:[(（][一二三四五六七八九十\\d]{1,3}[)）]|[一二三四五六七八九十\\d]{1,3}[、.．)）]|(?:其中|减|加)\\s*[:：])\\s*");

	/** Words longer than this are no labels. */
	private static final int LONGEST = 80;

	/** Files repeat the same few hundred words, but no credit code. */
	private static final int MOST_REMEMBERED = 20_000;

	private final Map<String, Field> codes = new HashMap<>();

	private final Map<String, Field> labels = new HashMap<>();

	private final Map<String, Field> names = new HashMap<>();

	private final Map<String, Span> spans = new HashMap<>();

	/** The very labels of spans and of the figures of consolidated workbooks. */
	private final Set<String> headings = new HashSet<>();

	private final Map<String, FigureKey> figures = new HashMap<>();

	private final Map<String, ProductTable.Column> products = new HashMap<>();

	private final Map<String, Word> remembered = new ConcurrentHashMap<>();

	Vocabulary(Form form) {
		form.spans().forEach(this::learn);
		form.fields().forEach((field) -> learn(form, field));
		form.products().columns().forEach(this::learn);
	}

	private void learn(Form.SpanLabel span) {
		this.headings.add(normalise(span.label()));
		this.headings.add(normalise(span.labelEn()));
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
			this.headings.addAll(List.of(normalise(key.toString()), normalise(key.column()),
					normalise(field.label() + label.label()), normalise(field.labelEn() + label.labelEn())));
			for (String span : namesOf(label.label(), label.labelEn(), label.aliases())) {
				known.forEach((name) -> this.figures.putIfAbsent(name + span, key));
			}
		}
	}

	private void learn(ProductTable.Column column) {
		this.products.put(normalise(column.code()), column);
		this.products.put(normalise(column.label()), column);
		this.products.put(normalise(column.labelEn()), column);
	}

	private static List<String> namesOf(String label, String labelEn, List<String> aliases) {
		return Stream.concat(Stream.of(label, labelEn), aliases.stream())
			.map(Vocabulary::normalise)
			.distinct()
			.toList();
	}

	/** Returns the text half-width, in lower case, without spaces and punctuation. */
	static String normalise(String text) {
		if (isPlain(text)) {
			return text.toLowerCase(Locale.ROOT);
		}
		return NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
	}

	/** Returns whether a text is nothing but the letters and digits of codes. */
	static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isPlain(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	static boolean isPlain(char letter) {
		return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
	}

	/** Returns what a text means; {@link Word#NONE} if it is no word of the form. */
	Word word(String text) {
		if (text.length() > LONGEST || isUnknown(text)) {
			return Word.NONE;
		}
		Word word = this.remembered.get(text);
		if (word == null) {
			word = find(text);
			if (this.remembered.size() < MOST_REMEMBERED) {
				this.remembered.put(text, word);
			}
		}
		return word;
	}

	/** Returns whether a text is plainly no word: codes of enterprises, days, numbers. */
	private boolean isUnknown(String text) {
		return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9' && isPlain(text)
				&& !this.names.containsKey(text) && !this.figures.containsKey(text) && !this.products.containsKey(text);
	}

	/** Returns the field of a figure of the form. */
	Field field(FigureKey key) {
		return Objects.requireNonNull(this.codes.get(key.field().value()));
	}

	private Word find(String text) {
		Word word = find(text, null);
		if (isPlain(text)) {
			return word; // in which there is no prefix and no unit
		}
		Matcher prefix = PREFIX.matcher(text);
		if (!word.isKnown() && prefix.find()) {
			return find(text.substring(prefix.end()));
		}
		Matcher unit = UNIT.matcher(text);
		if (word.isKnown() || !unit.find() || Unit.of(unit.group(1)) == null) {
			return word;
		}
		return find(unit.replaceFirst(""), Unit.of(unit.group(1)));
	}

	private Word find(String text, @Nullable Unit unit) {
		String name = normalise(text);
		Field code = this.codes.get(text.strip());
		Field field = (code != null) ? code : this.names.get(name);
		Word word = new Word(code, field, code != null || this.labels.containsKey(name) || this.headings.contains(name),
				this.spans.get(name), this.figures.get(name), this.products.get(name), TABLE_HEADINGS.contains(name),
				VALUE_HEADINGS.contains(name), UNIT_HEADINGS.contains(name), AnswerColumns.isKey(name), YEARS.get(name),
				unit);
		return word.isKnown() ? word : Word.NONE;
	}

	/**
	 * What a text means.
	 *
	 * @param code the field whose code it is; null if it is none
	 * @param field the field that goes by that name: code, label or alias
	 * @param label whether it is the code or the very label, not an alias
	 * @param span the span it heads a column of
	 * @param figure the figure that it heads a column of in a consolidated workbook
	 * @param product the column of the table of products
	 * @param tableHeading whether it heads a column of labels, codes or units
	 * @param valueHeading whether it heads the column of entries
	 * @param unitHeading whether it heads the column of units
	 * @param problemKey whether it heads the keys of a list of problems
	 * @param lastYear whether it stands over columns of last year; null if over no
	 * columns
	 * @param unit the unit in brackets behind it
	 */
	record Word(@Nullable Field code, @Nullable Field field, boolean label, @Nullable Span span,
			@Nullable FigureKey figure, ProductTable.@Nullable Column product, boolean tableHeading,
			boolean valueHeading, boolean unitHeading, boolean problemKey, @Nullable Boolean lastYear,
			@Nullable Unit unit) {

		static final Word NONE = new Word(null, null, false, null, null, null, false, false, false, false, null, null);

		boolean isKnown() {
			return this.field != null || this.span != null || this.figure != null || this.product != null
					|| this.tableHeading || this.valueHeading || this.problemKey || this.lastYear != null;
		}

	}

}
