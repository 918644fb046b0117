package org.srdi.monitor.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;

import static org.assertj.core.api.Assertions.assertThat;

class TitlesIntegrationTests {

	private static final RegionCode WUHAN = new RegionCode("420100");

	private static final LocalDate MID_2025 = LocalDate.of(2025, 6, 30);

	private final RegisterDatabase database = new RegisterDatabase();

	private final Titles titles = new Titles(this.database.client);

	@BeforeEach
	void importTitles(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("register.csv");
		Files.writeString(file, """
				enterprise_name,city_code,county_code,tier,batch,granted_on,valid_from,valid_to,title_status
				A,420100,420102,PROVINCIAL_SRDI,1,2022-01-01,2022-01-01,2024-12-31,过期
				A,420100,420102,NATIONAL_LITTLE_GIANT,5,2023-07-01,2023-07-01,2026-06-30,有效
				B,420100,420103,PROVINCIAL_SRDI,2,2024-03-01,,,有效
				C,420200,,NATIONAL_LITTLE_GIANT,5,2023-07-01,2023-07-01,2026-06-30,撤销
				D,420200,,NATIONAL_CHAMPION,8,2024-05-01,2025-01-01,2025-06-29,被替代
				E,420300,,PROVINCIAL_SRDI,2,2025-03-01,2025-03-01,2025-06-30,有效
				""");
		assertThat(this.database.importRegister(file).problems()).isEmpty();
	}

	@Test
	void countsTheTierItselfOrWithThoseAbove() {
		// B, E
		assertThat(this.titles.stock(null, Tier.PROVINCIAL_SRDI, MID_2025, false)).isEqualTo(2);
		// A, B, E
		assertThat(this.titles.stock(null, Tier.PROVINCIAL_SRDI, MID_2025, true)).isEqualTo(3);
		assertThat(this.titles.stock(null, Tier.NATIONAL_LITTLE_GIANT, MID_2025, true)).isEqualTo(1); // A
	}

	@Test
	void countsAFirmWithSeveralTitlesOnce() {
		LocalDate day = LocalDate.of(2024, 12, 31);
		// A, B
		assertThat(this.titles.stock(WUHAN, Tier.PROVINCIAL_SRDI, day, true)).isEqualTo(2);
		assertThat(this.titles.stock(WUHAN, Tier.PROVINCIAL_SRDI, day.plusDays(1), false)).isEqualTo(1); // B
	}

	@Test
	void countsFromTheFirstDayToTheLast() {
		assertThat(this.titles.stock(null, Tier.NATIONAL_CHAMPION, LocalDate.of(2024, 12, 31), false)).isZero();
		assertThat(this.titles.stock(null, Tier.NATIONAL_CHAMPION, LocalDate.of(2025, 1, 1), false)).isEqualTo(1);
		assertThat(this.titles.stock(null, Tier.NATIONAL_CHAMPION, LocalDate.of(2025, 6, 29), false)).isEqualTo(1);
		assertThat(this.titles.stock(null, Tier.NATIONAL_CHAMPION, MID_2025, false)).isZero();
	}

	@Test
	void countsFromTheDayGrantedWhereNoFirstDayIsKnown() {
		RegionCode county = new RegionCode("420103");
		assertThat(this.titles.stock(county, Tier.PROVINCIAL_SRDI, LocalDate.of(2024, 2, 29), false)).isZero();
		assertThat(this.titles.stock(county, Tier.PROVINCIAL_SRDI, LocalDate.of(2024, 3, 1), false)).isEqualTo(1);
	}

	@Test
	void countsByCity() {
		assertThat(this.titles.stockByCity(Tier.PROVINCIAL_SRDI, MID_2025, true))
			.isEqualTo(Map.of(WUHAN, 2, new RegionCode("420300"), 1));
	}

	@Test
	void countsWhatWasGrantedInAYear() {
		assertThat(this.titles.granted(null, Tier.NATIONAL_LITTLE_GIANT, 2023)).isEqualTo(2);
		assertThat(this.titles.granted(WUHAN, Tier.NATIONAL_LITTLE_GIANT, 2023)).isEqualTo(1);
		assertThat(this.titles.granted(new RegionCode("420000"), Tier.PROVINCIAL_SRDI, 2024)).isEqualTo(1);
	}

	@Test
	void findsTheHighestTierOfADay() {
		long id = new Enterprises(this.database.client).findByName("A").orElseThrow().id();
		assertThat(this.titles.highest(id, LocalDate.of(2023, 6, 30))).contains(Tier.PROVINCIAL_SRDI);
		assertThat(this.titles.highest(id, LocalDate.of(2023, 7, 1))).contains(Tier.NATIONAL_LITTLE_GIANT);
		assertThat(this.titles.highest(id, LocalDate.of(2026, 7, 1))).isEmpty();
	}

}
