package org.srdi.monitor.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.srdi.monitor.deadline.ServiceTime.Gap;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTimeProperties {

	private static final Instant DUE = Instant.parse("2026-10-28T16:00:00Z");

	private static final Duration WINDOW = Duration.ofHours(6);

	@Property
	void moreOutagesNeverMakeADeadlineEarlier(@ForAll("gaps") List<Gap> gaps, @ForAll("gap") Gap another) {
		List<Gap> more = new ArrayList<>(gaps);
		more.add(another);
		assertThat(due(more, DUE)).isAfterOrEqualTo(due(gaps, DUE));
		assertThat(due(gaps, DUE)).isAfterOrEqualTo(DUE);
	}

	@Property
	void aLaterGrantNeverEndsEarlier(@ForAll("gaps") List<Gap> gaps, @ForAll("minutes") int minutes) {
		assertThat(due(gaps, DUE.plus(Duration.ofMinutes(minutes)))).isAfterOrEqualTo(due(gaps, DUE));
	}

	@Property
	void theOrderOfOutagesDoesNotMatter(@ForAll("gaps") List<Gap> gaps, @ForAll Random random) {
		List<Gap> shuffled = new ArrayList<>(gaps);
		Collections.shuffle(shuffled, random);
		assertThat(due(shuffled, DUE)).isEqualTo(due(gaps, DUE));
	}

	@Property
	void theServiceWasThereForTheWholeWindow(@ForAll("gaps") List<Gap> gaps) {
		Instant moved = due(gaps, DUE);
		long minutesOfService = 0;
		for (Instant minute = DUE.minus(WINDOW); minute.isBefore(moved); minute = minute.plusSeconds(60)) {
			Instant one = minute;
			minutesOfService += gaps.stream().noneMatch((gap) -> !one.isBefore(gap.from()) && one.isBefore(gap.to()))
					? 1 : 0;
		}
		assertThat(minutesOfService).isEqualTo(WINDOW.toMinutes());
	}

	private static Instant due(List<Gap> gaps, Instant due) {
		return ServiceTime.without(gaps).due(due, WINDOW);
	}

	@Provide
	Arbitrary<List<Gap>> gaps() {
		return gap().list().ofMaxSize(5);
	}

	@Provide
	Arbitrary<Gap> gap() {
		return Combinators.combine(Arbitraries.integers().between(-720, 720), Arbitraries.integers().between(1, 300))
			.as((start, length) -> new Gap(DUE.plus(Duration.ofMinutes(start)),
					DUE.plus(Duration.ofMinutes(start + length))));
	}

	@Provide
	Arbitrary<Integer> minutes() {
		return Arbitraries.integers().between(0, 3000);
	}

}
