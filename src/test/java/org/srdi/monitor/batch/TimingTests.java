package org.srdi.monitor.batch;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimingTests {

	@Test
	void comparesWithTheMedianOfAnOddNumberOfRuns() {
		Timing timing = Timing.of(Duration.ofMillis(127_100),
				List.of(Duration.ofSeconds(90), Duration.ofSeconds(41), Duration.ofSeconds(12)));
		assertThat(timing.usual()).isEqualTo(Duration.ofSeconds(41));
		assertThat(timing.factor()).isEqualByComparingTo("3.1");
		assertThat(timing.runs()).isEqualTo(3);
	}

	@Test
	void comparesWithTheMeanOfTheMiddleTwoOfAnEvenNumber() {
		Timing timing = Timing.of(Duration.ofSeconds(15), List.of(Duration.ofSeconds(40), Duration.ofSeconds(10),
				Duration.ofSeconds(20), Duration.ofSeconds(30)));
		assertThat(timing.usual()).isEqualTo(Duration.ofSeconds(25));
		assertThat(timing.factor()).isEqualByComparingTo("0.6");
	}

	@Test
	void saysNothingWithoutRunsBefore() {
		Timing timing = Timing.of(Duration.ofSeconds(15), List.of());
		assertThat(timing.usual()).isNull();
		assertThat(timing.factor()).isNull();
	}

	@Test
	void dividesByNothingThatTookNoTime() {
		assertThat(Timing.of(Duration.ofSeconds(15), List.of(Duration.ZERO)).factor()).isNull();
	}

}
