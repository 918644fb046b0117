package org.srdi.monitor.register;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterTextsTests {

	private final ResourceBundle chinese = ResourceBundle.getBundle("messages/register", Locale.ROOT);

	private final ResourceBundle english = ResourceBundle.getBundle("messages/register", Locale.ENGLISH);

	@Test
	void saysEverythingInBothLanguages() {
		assertThat(this.english.keySet()).isEqualTo(this.chinese.keySet());
		assertThat(this.chinese.keySet())
			.allSatisfy((key) -> assertThat(this.chinese.getString(key)).isNotEqualTo(this.english.getString(key)));
	}

	@Test
	void namesTheSameArgumentsInBothLanguages() {
		Texts zh = Texts.of("register", Locale.CHINESE);
		Texts en = Texts.of("register", Locale.ENGLISH);
		assertThat(this.chinese.keySet()).allSatisfy((key) -> {
			for (String argument : new String[] { "<0>", "<1>", "<2>", "<3>" }) {
				assertThat(en.get(key, "<0>", "<1>", "<2>", "<3>").contains(argument))
					.isEqualTo(zh.get(key, "<0>", "<1>", "<2>", "<3>").contains(argument));
			}
		});
	}

}
