package org.srdi.monitor.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalJournalTests {

	private static final Arrival FIRST = new Arrival("c1", "示例企业001\n\"2026-10\".xlsx", "ab12",
			Instant.parse("2026-09-30T15:59:59.123456Z"));

	private static final Arrival SECOND = new Arrival("c2", "b.xlsx", "cd34", Instant.parse("2026-10-01T00:00:00Z"));

	@TempDir
	private Path folder;

	@Test
	void notesArrivalsInTheMonthTheyAreTakenIn() {
		at("2026-09-30T15:59:59Z").add(List.of(FIRST));
		ArrivalJournal october = at("2026-09-30T16:00:00Z");
		october.add(List.of(SECOND));
		assertThat(october.files(YearMonth.of(2026, 9))).extracting((file) -> file.getFileName().toString())
			.containsExactly("2026-09.jsonl", "2026-10.jsonl");
		assertThat(october.files(YearMonth.of(2026, 10))).hasSize(1);
		assertThat(october.read(october.files(YearMonth.of(2026, 9)).get(0))).containsExactly(FIRST);
	}

	@Test
	void losesNothingButTheLineThatWasBrokenOff() throws IOException {
		ArrivalJournal journal = at("2026-10-20T02:00:00Z");
		journal.add(List.of(FIRST));
		Path file = journal.files(YearMonth.of(2026, 10)).get(0);
		Files.writeString(file, "{\"claim\":\"torn\",\"fileNa", StandardOpenOption.APPEND);
		journal.add(List.of(SECOND));
		assertThat(journal.read(file)).containsExactly(FIRST, SECOND);
	}

	@Test
	void isEmptyBeforeTheFirstArrival() {
		assertThat(at("2026-10-20T02:00:00Z").files(YearMonth.of(2000, 1))).isEmpty();
	}

	private ArrivalJournal at(String instant) {
		return new ArrivalJournal(this.folder.resolve("arrivals"),
				Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Shanghai")));
	}

}
