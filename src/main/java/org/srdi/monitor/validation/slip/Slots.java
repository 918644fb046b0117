package org.srdi.monitor.validation.slip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.Section;

/** The figures of the form by number. */
final class Slots {

	static final int NONE = -1;

	private final List<Slot> all = new ArrayList<>();

	private final Map<FigureKey, Integer> numbers = new HashMap<>();

	private final List<Section> sections;

	Slots(Form form) {
		this.sections = form.sections();
		form.figureKeys().forEach((key) -> this.numbers.put(key, this.numbers.size()));
		for (int section = 0; section < this.sections.size(); section++) {
			for (Field field : this.sections.get(section).fields()) {
				for (Span span : field.type().isFigure() ? field.spans() : List.<Span>of()) {
					this.all.add(slot(new FigureKey(field.code(), span), field, section));
				}
			}
		}
	}

	private Slot slot(FigureKey key, Field field, int section) {
		return new Slot(this.all.size(), key, field, section, number(key, twin(key.span())),
				number(key, counterpart(key.span())));
	}

	private static @Nullable Span twin(Span span) {
		return switch (span) {
			case M -> Span.YTD;
			case YTD -> Span.M;
			case M_LY -> Span.YTD_LY;
			case YTD_LY -> Span.M_LY;
			default -> null;
		};
	}

	private static @Nullable Span counterpart(Span span) {
		return switch (span) {
			case M_LY -> Span.M;
			case YTD_LY -> Span.YTD;
			case EOP_LY -> Span.EOP;
			case AVG_LY -> Span.AVG;
			default -> span.lastYear();
		};
	}

	private int number(FigureKey key, @Nullable Span span) {
		return (span != null) ? number(key.over(span)) : NONE;
	}

	/** Returns the number of a figure, -1 if the form lacks it. */
	int number(FigureKey key) {
		return this.numbers.getOrDefault(key, NONE);
	}

	int number(FieldCode field, Span span) {
		return number(new FigureKey(field, span));
	}

	Slot get(int number) {
		return this.all.get(number);
	}

	List<Slot> all() {
		return this.all;
	}

	int size() {
		return this.all.size();
	}

	/**
	 * Returns the blocks with figures as they stand in a form: a row per field, a column
	 * per span, -1 where the field lacks the span.
	 */
	List<int[][]> blocks() {
		return this.sections.stream()
			.filter((section) -> !section.spans().isEmpty())
			.map(this::block)
			.filter((block) -> block.length > 1)
			.toList();
	}

	private int[][] block(Section section) {
		return section.fields()
			.stream()
			.filter((field) -> field.type().isFigure())
			.map((field) -> section.spans().stream().mapToInt((span) -> number(field.code(), span)).toArray())
			.toArray(int[][]::new);
	}

}
