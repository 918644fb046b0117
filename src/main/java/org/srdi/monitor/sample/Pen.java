package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.submission.ReportDraft;

/** Changes a copy of a report before it is handed in. */
final class Pen {

	private final ReportDraft original;

	private final Map<FieldCode, String> entries;

	private final Map<FigureKey, BigDecimal> amounts;

	private final Map<FigureKey, String> texts = new LinkedHashMap<>();

	Pen(ReportDraft original) {
		this.original = original;
		this.entries = new LinkedHashMap<>(original.entries());
		this.amounts = new LinkedHashMap<>(original.amounts());
	}

	/** Returns the report as it stands now. */
	ReportDraft draft() {
		return new ReportDraft(this.entries, this.amounts, this.texts, this.original.products());
	}

	String entry(String field) {
		String entry = this.entries.get(FieldCode.of(field));
		if (entry == null) {
			throw new IllegalArgumentException("The report leaves " + field + " blank");
		}
		return entry;
	}

	void write(String field, String text) {
		this.entries.put(FieldCode.of(field), text);
	}

	/** Types a text where a number is due. */
	void scribble(String figure, String text) {
		this.texts.put(FigureKey.parse(figure), text);
	}

	void erase(String field) {
		this.entries.remove(FieldCode.of(field));
	}

	void blank(String figure) {
		this.amounts.remove(FigureKey.parse(figure));
	}

	BigDecimal amount(String figure) {
		BigDecimal amount = this.amounts.get(FigureKey.parse(figure));
		if (amount == null) {
			throw new IllegalArgumentException("The report leaves " + figure + " blank");
		}
		return amount;
	}

	/** Returns a figure times a factor, at the scale of the figure. */
	BigDecimal times(String figure, String factor) {
		BigDecimal amount = amount(figure);
		return amount.multiply(new BigDecimal(factor)).setScale(amount.scale(), RoundingMode.HALF_UP);
	}

	void set(String figure, BigDecimal amount) {
		this.amounts.put(FigureKey.parse(figure), amount);
	}

	void add(BigDecimal more, String... figures) {
		for (String figure : figures) {
			set(figure, amount(figure).add(more));
		}
	}

	void swap(String first, String second) {
		BigDecimal kept = amount(first);
		set(first, amount(second));
		set(second, kept);
	}

}
