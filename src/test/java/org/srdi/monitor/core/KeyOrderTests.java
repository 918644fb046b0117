package org.srdi.monitor.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyOrderTests {

	private final KeyOrder<String> order = new KeyOrder<>(List.of("c", "a", "b"));

	@Test
	void mapsTheKeysThatHaveAValueInTheirOrder() {
		Map<String, Integer> expected = new LinkedHashMap<>();
		expected.put("c", 3);
		expected.put("b", 2);
		Map<String, Integer> map = this.order.map(new Integer[] { 3, null, 2 });
		Map<String, Integer> told = new LinkedHashMap<>();
		map.forEach(told::put);
		assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString("{c=3, b=2}").hasSize(2);
		assertThat(told).hasToString("{c=3, b=2}");
		assertThat(map.keySet()).containsExactly("c", "b");
	}

	@Test
	void knowsNoKeyWithoutAValueAndNoOther() {
		Map<String, Integer> map = this.order.map(new Integer[] { 3, null, 2 });
		assertThat(map.get("b")).isEqualTo(2);
		assertThat(map.get("a")).isNull();
		assertThat(map.get("d")).isNull();
		assertThat(map.containsKey("a")).isFalse();
		assertThat(map.containsKey("c")).isTrue();
	}

	@Test
	void cannotBeChanged() {
		Map<String, Integer> map = this.order.map(new Integer[] { 3, null, 2 });
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.put("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.remove("c"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
	}

	@Test
	void refusesAnotherNumberOfValues() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.order.map(new Integer[] { 1 }))
			.withMessageContaining("1 values for 3 keys");
	}

}
