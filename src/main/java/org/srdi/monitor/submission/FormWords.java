package org.srdi.monitor.submission;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Form;

/** The words of a form workbook in one language. */
final class FormWords {

	private final boolean english;

	private final Texts texts;

	FormWords(Locale locale) {
		this.english = "en".equals(locale.getLanguage());
		this.texts = Texts.of("submission", locale);
	}

	String text(String key, Object... arguments) {
		return this.texts.get(key, arguments);
	}

	/** Returns the one in the language of the workbook. */
	String choose(String chinese, String english) {
		return this.english ? english : chinese;
	}

	/** Returns the language as it is written into workbooks: zh or en. */
	String language() {
		return choose("zh", "en");
	}

	String title(Form form) {
		return choose(form.title(), form.titleEn());
	}

	String label(Field field) {
		return choose(field.label(), field.labelEn());
	}

	/** Returns the unit of a figure. */
	String unit(Field field) {
		return choose(String.valueOf(field.unit()), String.valueOf(field.unitEn()));
	}

	/** Returns what is to be filled in; empty where the label says it all. */
	String definition(Field field) {
		return Objects.requireNonNullElse(this.english ? field.definitionEn() : field.definition(), "");
	}

	String heading(Form form, Span span) {
		Form.SpanLabel label = form.label(span);
		return choose(label.label(), label.labelEn());
	}

	/** Returns what can be chosen for a field; empty if it takes anything. */
	List<String> choices(Field field) {
		return switch (field.type()) {
			case YES_NO -> List.of(text("form.yes"), text("form.no"));
			case CHOICE -> field.options().stream().map(this::label).toList();
			default -> List.of();
		};
	}

	private String label(Field.Option option) {
		return choose(option.label(), option.labelEn());
	}

	/** Returns how the workbook shows an entry: an option by its label. */
	String shown(Field field, String text) {
		if (field.type() == FieldType.YES_NO) {
			return shownTruth(text);
		}
		for (Field.Option option : field.options()) {
			if (option.code().equals(text)) {
				return label(option);
			}
		}
		return text;
	}

	private String shownTruth(String text) {
		return switch (text) {
			case "是" -> text("form.yes");
			case "否" -> text("form.no");
			default -> text;
		};
	}

}
