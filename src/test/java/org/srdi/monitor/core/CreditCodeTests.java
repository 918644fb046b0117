package org.srdi.monitor.core;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CreditCodeTests {

	@ParameterizedTest
	@ValueSource(strings = { "91350100M000100Y43", "91110000101623741K", "91420100MA00003490", "91420100MA0000226Y",
			"91420100MA000004XW" })
	void acceptsIssuedAndEdgeCodes(String code) {
		assertThat(CreditCode.parse(code)).hasToString(code);
	}

	@Test
	void saysWhichCheckCharacterIsExpected() {
		assertThatIllegalArgumentException().isThrownBy(() -> CreditCode.parse("91350100M000100Y34"))
			.withMessageContaining("should be '0'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "9135", "91350100M000100I43", "9135010XM000100Y43", "91350100M000100Y433" })
	void refusesOtherShapes(String text) {
		assertThat(CreditCode.tryParse(text)).isEmpty();
	}

	@Test
	void toleratesSpacesLowerCaseAndFullWidth() {
		assertThat(CreditCode.parse(" ９１350100m000100y43 ").value()).isEqualTo("91350100M000100Y43");
	}

	@Property
	void everyWrongLastCharacterIsRefused(
			@ForAll @StringLength(9) @Chars({ '0', '3', '7', 'A', 'H', 'K', 'Y' }) String organisation) {
		String first = "91420100" + organisation;
		char check = CreditCode.checkCharacter(first);
		for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
			assertThat(CreditCode.tryParse(first + other).isPresent()).isEqualTo(other == check);
		}
	}

}
