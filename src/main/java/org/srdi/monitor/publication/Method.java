package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Averaged;
import org.srdi.monitor.definition.IndicatorDefinition.Scaling;

/**
 * Says how an indicator is computed.
 *
 * @param words the language
 * @param form the form, which names the figures
 */
record Method(Wording words, Form form) {

	/** Returns the formula with the names of the form. */
	String of(IndicatorDefinition indicator) {
		String numerator = sum(indicator.numerator(), indicator.averaged() == Averaged.NUMERATOR);
		String denominator = sum(indicator.denominator(), indicator.averaged() == Averaged.DENOMINATOR);
		return switch (indicator.kind()) {
			case COUNT, COVERAGE -> this.words.text("method." + indicator.kind() + "." + indicator.count());
			case SUM -> this.words.text("method.SUM", numerator);
			case RATIO -> this.words.text("method.RATIO", numerator, denominator, factor(indicator));
			case GROWTH, MATCHED_GROWTH, NEGATIVE_SHARE ->
				this.words.text("method." + indicator.kind(), numerator, denominator);
		};
	}

	private String factor(IndicatorDefinition indicator) {
		String factor = (indicator.factor().compareTo(BigDecimal.ONE) != 0)
				? " × " + indicator.factor().stripTrailingZeros().toPlainString() : "";
		return (indicator.scaling() != Scaling.NONE) ? factor + this.words.text("method." + indicator.scaling())
				: factor;
	}

	private String sum(List<FigureKey> figures, boolean averaged) {
		String sum = figures.stream().map(this::name).collect(Collectors.joining(" + "));
		String bracketed = (figures.size() > 1) ? this.words.text("bracket", sum) : sum;
		return averaged ? this.words.text("method.averaged", bracketed) : bracketed;
	}

	private String name(FigureKey figure) {
		Field field = this.form.field(figure.field()).orElse(null);
		if (field == null) {
			return figure.toString();
		}
		String label = this.words.choose(field.label(), field.labelEn());
		Form.SpanLabel span = this.form.label(figure.span());
		return withoutPart(label) + this.words.text("bracket", this.words.choose(span.label(), span.labelEn()));
	}

	/** Drops 其中： and its English twin, which mean nothing outside the form. */
	private static String withoutPart(String label) {
		return label.replaceFirst("^(其中：|of which: )", "");
	}

}
