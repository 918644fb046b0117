package org.srdi.monitor.core;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CellAddressTests {

	@ParameterizedTest
	@CsvSource({ "0,A", "25,Z", "26,AA", "51,AZ", "52,BA", "701,ZZ", "702,AAA", "16383,XFD" })
	void namesColumnsAsSpreadsheetsDo(int column, String name) {
		assertThat(CellAddress.columnName(column)).isEqualTo(name);
	}

	@Test
	void readsTheAddressAfterTheLastMark() {
		assertThat(CellAddress.parse("a!b!F12")).isEqualTo(new CellAddress("a!b", 11, 5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "F12", "月报!12", "月报!F", "月报!" })
	void refusesOtherTexts(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> CellAddress.parse(text));
	}

	@Property
	void readsWhatItWrites(@ForAll @IntRange(max = 1_048_575) int row, @ForAll @IntRange(max = 16_383) int column) {
		CellAddress address = new CellAddress("月报", row, column);
		assertThat(CellAddress.parse(address.toString())).isEqualTo(address);
	}

}
