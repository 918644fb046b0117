package org.srdi.monitor.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;

import static org.assertj.core.api.Assertions.assertThat;

class PopulationTests {

	private final Population population = SampleWorld.population();

	@Test
	void standsRowByRowForThePublicList() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("sample-data/public/hubei-national-little-giants-2021.csv"));
		List<String> listed = rows.stream()
			.skip(1)
			.map((row) -> row.split(",", -1))
			.map((row) -> row[1] + " " + row[4])
			.toList();
		List<String> ours = firms(172).map((firm) -> firm.city() + " " + firm.titles().get(0).batch()).toList();
		assertThat(ours).isEqualTo(listed);
		assertThat(firms(172).map((firm) -> firm.titles().get(0).tier())).containsOnly(Tier.NATIONAL_LITTLE_GIANT);
	}

	@Test
	void carriesNoRealName() throws IOException {
		String rows = Files.readString(Path.of("sample-data/public/hubei-national-little-giants-2021.csv"));
		assertThat(firms(172).map(SampleFirm::name)).allMatch((name) -> name.startsWith("示例企业 "))
			.noneMatch(rows::contains);
		assertThat(this.population.firm(1).name()).isEqualTo("示例企业 武汉001");
	}

	@Test
	void givesEveryFirmACodeThatIsValidAndNobodys() {
		List<String> codes = firms(4157).map((firm) -> firm.creditCode().value()).toList();
		assertThat(codes).doesNotHaveDuplicates()
			.allSatisfy((code) -> assertThat(CreditCode.parse(code).value()).startsWith("91").contains("YP"))
			.allMatch((code) -> Population.organisationCheck(code.substring(8, 16)) == code.charAt(16));
	}

	@Test
	void checksOrganisationCodesAsTheStandardDoes() {
		// D2143569-X is the example of GB 11714; MA000004-X stands in DOMAIN §6
		assertThat(Population.organisationCheck("D2143569")).isEqualTo('X');
		assertThat(Population.organisationCheck("MA000004")).isEqualTo('X');
	}

	@Test
	void placesFirmsInCountiesOfTheirCity() {
		Map<RegionCode, Region> regions = SampleWorld.REGIONS.stream()
			.collect(Collectors.toMap(Region::code, Function.identity()));
		Set<String> withoutCounties = Set.of("429004", "429005", "429006", "429021");
		assertThat(firms(4157)).allSatisfy((firm) -> {
			if (withoutCounties.contains(firm.city().value())) {
				assertThat(firm.county()).isNull();
			}
			else {
				assertThat(regions.get(firm.county()).parent()).isEqualTo(firm.city());
			}
		});
	}

	@Test
	void hasProvincialFirmsInAllCitiesWhenTheProvinceIsComplete() {
		List<SampleFirm> firms = firms(4157).toList();
		assertThat(firms).hasSize(4157);
		assertThat(firms.stream().filter((firm) -> firm.titles().get(0).tier() == Tier.PROVINCIAL_SRDI)).hasSize(3985);
		Map<String, Long> byCity = firms.stream()
			.collect(Collectors.groupingBy((firm) -> firm.city().value(), Collectors.counting()));
		assertThat(byCity).hasSize(17);
		// 33 % of 3985 and the 49 of the list; 1.8 % and 0.3 % in the blank regions
		assertThat(byCity.get("420100")).isBetween(1350L, 1378L);
		assertThat(byCity.get("422800")).isBetween(68L, 76L);
		assertThat(byCity.get("429021")).isBetween(10L, 14L);
	}

	@Test
	void picksFewFirmsEvenlyFromTheList() {
		List<SampleFirm> firms = firms(43).toList();
		assertThat(firms).hasSize(43).extracting(SampleFirm::number).doesNotHaveDuplicates();
		// 49 of 172 are in Wuhan: a quarter of them among 43
		assertThat(firms.stream().filter((firm) -> firm.city().value().equals("420100"))).hasSizeBetween(12, 13);
	}

	@Test
	void knowsAFirmByItsNumberWhoeverElseThereIs() {
		SampleFirm once = this.population.firm(90);
		assertThat(SampleWorld.population().firm(90)).isEqualTo(once);
		assertThat(new Population(1, SampleWorld.REGIONS).firm(90).traits()).isNotEqualTo(once.traits());
	}

	@Test
	void grantsHigherTitlesToSome() {
		Map<Tier, Long> titles = firms(172).flatMap((firm) -> firm.titles().stream())
			.collect(Collectors.groupingBy(SampleTitle::tier, Collectors.counting()));
		assertThat(titles.get(Tier.NATIONAL_KEY_LITTLE_GIANT)).isBetween(18L, 40L);
		assertThat(titles.get(Tier.PROVINCIAL_CHAMPION)).isBetween(8L, 22L);
		assertThat(titles.get(Tier.NATIONAL_CHAMPION)).isBetween(1L, 7L);
	}

	private Stream<SampleFirm> firms(int firms) {
		return this.population.numbers(firms).mapToObj(this.population::firm);
	}

}
