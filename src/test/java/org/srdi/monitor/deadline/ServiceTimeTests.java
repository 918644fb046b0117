package org.srdi.monitor.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.deadline.ServiceTime.Gap;

import static org.assertj.core.api.Assertions.assertThat;

/** A deadline at 24:00 of the 28th with six hours before it in which outages count. */
class ServiceTimeTests {

	@Test
	void givesBackWhatWasLostBeforeTheEnd() {
		assertThat(due("28T21:00/28T22:30")).isEqualTo(at("29T01:30"));
	}

	@Test
	void givesBackWhatWasLostAtTheBeginningOfTheWindow() {
		// 18:00 to 19:00 of an outage since 12:00
		assertThat(due("28T12:00/28T19:00")).isEqualTo(at("29T01:00"));
	}

	@Test
	void neverFallsIntoTheOutageItself() {
		// one hour was lost when it was due; that hour is there again after 03:00
		assertThat(due("28T23:00/29T03:00")).isEqualTo(at("29T04:00"));
	}

	@Test
	void givesBackTheWholeWindowAfterAnOutageAcrossIt() {
		assertThat(due("28T10:00/29T10:00")).isEqualTo(at("29T16:00"));
	}

	@Test
	void isNotMovedByWhatOnlyTouchesTheWindow() {
		assertThat(due("28T12:00/28T18:00")).isEqualTo(at("29T00:00"));
		assertThat(due("29T00:00/29T05:00")).isEqualTo(at("29T00:00"));
	}

	@Test
	void countsASecondOutageOfTheTimeGivenBack() {
		// one hour lost moves it to 01:00, half an hour of that is lost again
		assertThat(due("28T20:00/28T21:00", "29T00:15/29T00:45")).isEqualTo(at("29T01:30"));
		assertThat(due("29T00:15/29T00:45", "28T20:00/28T21:00")).isEqualTo(at("29T01:30"));
	}

	@Test
	void countsOutagesThatOverlapOnce() {
		assertThat(due("28T20:00/28T22:00", "28T21:00/28T23:00", "28T20:30/28T20:45")).isEqualTo(at("29T03:00"));
	}

	private static Instant due(String... gaps) {
		List<Gap> all = Arrays.stream(gaps)
			.map((gap) -> gap.split("/", -1))
			.map((gap) -> new Gap(at(gap[0]), at(gap[1])))
			.toList();
		return ServiceTime.without(all).due(at("29T00:00"), Duration.ofHours(6));
	}

	private static Instant at(String dayAndTime) {
		return DeadlinesIntegrationTests.at("2026-10-" + dayAndTime);
	}

}
