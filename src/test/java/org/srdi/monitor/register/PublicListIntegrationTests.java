package org.srdi.monitor.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;

import static org.assertj.core.api.Assertions.assertThat;

/** The public list of 2021 in an empty register, against the figures the notice gives. */
class PublicListIntegrationTests {

	private static final Path LIST = Path.of("sample-data/public/hubei-national-little-giants-2021.csv");

	private static final LocalDate DAY = LocalDate.of(2021, 8, 11);

	private static final RegionCode HUBEI = new RegionCode("420000");

	private final RegisterDatabase database = new RegisterDatabase();

	private final Titles titles = new Titles(this.database.client);

	private ImportResult result;

	@BeforeEach
	void importList() {
		this.result = this.database.importRegister(LIST);
	}

	@Test
	void importsAllRows() {
		assertThat(this.result).isEqualTo(new ImportResult(172, 172, 0, 0, 172, List.of()));
		assertThat(new Enterprises(this.database.client).count()).isEqualTo(172);
		assertThat(this.titles.stock(null, Tier.NATIONAL_LITTLE_GIANT, DAY, true)).isEqualTo(172);
		assertThat(this.titles.stock(HUBEI, Tier.NATIONAL_LITTLE_GIANT, DAY, true)).isEqualTo(172);
		assertThat(this.titles.stock(new RegionCode("430000"), Tier.NATIONAL_LITTLE_GIANT, DAY, true)).isZero();
	}

	@Test
	void importingAgainChangesNothingAndSaysSo() {
		String before = new RegisterChanges(this.database.client).fingerprint();
		assertThat(this.database.importRegister(LIST)).isEqualTo(new ImportResult(172, 0, 0, 172, 0, List.of()));
		assertThat(new RegisterChanges(this.database.client).fingerprint()).isEqualTo(before)
			.isEqualTo("plans-0.register-1");
	}

	@Test
	void countsByCityAsTheNoticeDoes() {
		Map<RegionCode, Integer> stock = this.titles.stockByCity(Tier.NATIONAL_LITTLE_GIANT, DAY, true);
		assertThat(stock).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(city("420100", 49), city("420200", 8),
				city("420300", 15), city("420600", 17), city("420500", 28), city("421000", 11), city("420800", 6),
				city("420700", 6), city("420900", 7), city("421100", 9), city("421200", 1), city("421300", 6),
				city("429004", 4), city("429006", 2), city("429005", 3)));
	}

	@Test
	void countsByBatchAsTheNoticeDoes() {
		assertThat(this.titles.stockByBatch(null, Tier.NATIONAL_LITTLE_GIANT, DAY))
			.isEqualTo(Map.of("1", 9, "2", 42, "3", 121));
	}

	@Test
	void leavesTwoRegionsBlank() {
		assertThat(this.titles.blankRegions(HUBEI, Tier.NATIONAL_LITTLE_GIANT, DAY, true)).extracting(Region::name)
			.containsExactly("恩施土家族苗族自治州", "神农架林区");
	}

	@Test
	void givesTheSharesOfTheNationalTotals() {
		Map<String, Integer> batches = this.titles.stockByBatch(HUBEI, Tier.NATIONAL_LITTLE_GIANT, DAY);
		int stock = this.titles.stock(HUBEI, Tier.NATIONAL_LITTLE_GIANT, DAY, true);
		assertThat(share(stock, 4762)).isEqualTo("3.61");
		assertThat(share(batches.get("1"), 248)).isEqualTo("3.63");
		assertThat(share(batches.get("2"), 1584)).isEqualTo("2.65");
		assertThat(share(batches.get("3"), 2930)).isEqualTo("4.13");
	}

	@Test
	void owesNoReport() {
		ReportingPeriod period = ReportingPeriod.of(2026, 10);
		assertThat(new Rosters(this.database.client, this.database.transactions).freeze(period)).isFalse();
		assertThat(this.database.count("membership")).isZero();
	}

	@Test
	void findsAFirmByNameWhateverItsBrackets() {
		Enterprises enterprises = new Enterprises(this.database.client);
		assertThat(enterprises.findByName("杜肯索斯(武汉)空气分布系统有限公司"))
			.isEqualTo(enterprises.findByName("杜肯索斯（武汉）空气分布系统有限公司"));
		assertThat(enterprises.findByName("武大吉奥信息技术有限公司")).hasValueSatisfying((firm) -> {
			assertThat(firm.city()).isEqualTo(new RegionCode("420100"));
			assertThat(firm.creditCode()).isNull();
		});
	}

	private static Map.Entry<RegionCode, Integer> city(String code, int stock) {
		return Map.entry(new RegionCode(code), stock);
	}

	private static String share(int part, int whole) {
		return BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP).toString();
	}

}
