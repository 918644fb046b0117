package org.srdi.monitor.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.Region.Level;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;

/**
 * The firms of the sample. Numbers 1 to 172 stand for the rows of the public list of
 * national little giants: same order, same city, same batch, nothing else of them. Higher
 * numbers are provincial firms in all cities.
 */
final class Population {

	/**
	 * How the provincial firms spread over the cities, in thousandths.
	 */
	private static final Map<String, Integer> PROVINCIAL = weights("420100:330 420500:110 420600:105 420300:60 "
			+ "420200:60 421000:60 420800:50 420900:52 421100:50 420700:27 421200:30 421300:27 422800:18 429004:10 "
			+ "429005:5 429006:3 429021:3");

	/** Counties that draw more firms than others; 1 where nothing is said. */
	private static final Map<String, Integer> COUNTIES = weights(
			"420119:14 420118:8 420112:5 420115:6 420111:3 420120:0 421071:3 421171:1 420506:3 420581:3 420606:3 "
					+ "420302:3 420303:3 420281:2 420984:2");

	private static final List<LocalDate> NATIONAL_BATCHES = List.of(LocalDate.of(2019, 6, 5),
			LocalDate.of(2020, 11, 13), LocalDate.of(2021, 7, 19));

	private static final double MEDIAN_NATIONAL = 18000;

	private static final double MEDIAN_PROVINCIAL = 9000;

	/** The golden section: its multiples spread evenly over 0 to 1, however many. */
	private static final double GOLDEN = 0.6180339887498949;

	private final long seed;

	private final List<Listed> listed = readListed();

	private final Map<RegionCode, Region> cities = new LinkedHashMap<>();

	private final Map<RegionCode, List<Region>> counties = new LinkedHashMap<>();

	Population(long seed, List<Region> regions) {
		this.seed = seed;
		for (Region region : regions) {
			if (region.level() == Level.CITY) {
				this.cities.put(region.code(), region);
			}
			else if (region.parent() != null) {
				this.counties.computeIfAbsent(region.parent(), (parent) -> new ArrayList<>()).add(region);
			}
		}
	}

	/**
	 * Returns the numbers of a sample of that many firms: the whole list and provincial
	 * firms, or firms evenly picked from the list if fewer are asked for.
	 */
	IntStream numbers(int firms) {
		int size = this.listed.size();
		if (firms >= size) {
			return IntStream.rangeClosed(1, firms);
		}
		return IntStream.range(0, firms).map((i) -> (int) ((long) i * size / firms) + 1);
	}

	/** Returns the firm of that number, the same whoever else is in the sample. */
	SampleFirm firm(int number) {
		Chance chance = Chance.of(this.seed, number);
		boolean national = number <= this.listed.size();
		RegionCode city = national ? this.listed.get(number - 1).city() : provincialCity(number);
		Trade trade = Trade.draw(chance);
		Region county = county(chance, city);
		String industry = chance.oneOf(trade.codes());
		List<SampleTitle> titles = national ? nationalTitles(chance, number) : List.of(provincialTitle(chance));
		Traits traits = Traits.draw(chance, trade, national ? MEDIAN_NATIONAL : MEDIAN_PROVINCIAL, trend(trade, city));
		RegionCode countyCode = (county != null) ? county.code() : null;
		return new SampleFirm(number, name(number, city), code(number, city, countyCode), city, countyCode, industry,
				titles, trade, traits);
	}

	/** Cities and trades have their own pace around 6.5 % a year. */
	private double trend(Trade trade, RegionCode city) {
		double ofCity = Chance.of(this.seed, -1, Long.parseLong(city.value())).between(-0.02, 0.02);
		double ofTrade = Chance.of(this.seed, -2, Long.parseLong(trade.division())).between(-0.025, 0.025);
		return 0.065 + ofCity + ofTrade;
	}

	private RegionCode provincialCity(int number) {
		double place = number * GOLDEN;
		return new RegionCode(pick(PROVINCIAL, place - StrictMath.floor(place)));
	}

	private @Nullable Region county(Chance chance, RegionCode city) {
		double place = chance.unit();
		List<Region> choices = this.counties.getOrDefault(city, List.of());
		if (choices.isEmpty()) {
			return null;
		}
		Map<String, Integer> weights = new LinkedHashMap<>();
		choices
			.forEach((region) -> weights.put(region.code().value(), COUNTIES.getOrDefault(region.code().value(), 1)));
		String code = pick(weights, place);
		return choices.stream().filter((region) -> region.code().value().equals(code)).findFirst().orElseThrow();
	}

	private static String pick(Map<String, Integer> weights, double place) {
		int all = weights.values().stream().mapToInt(Integer::intValue).sum();
		double rest = place * all;
		String last = "";
		for (Map.Entry<String, Integer> weight : weights.entrySet()) {
			last = weight.getKey();
			rest -= weight.getValue();
			if (rest < 0) {
				break;
			}
		}
		return last;
	}

	private List<SampleTitle> nationalTitles(Chance chance, int number) {
		int batch = this.listed.get(number - 1).batch();
		List<SampleTitle> titles = new ArrayList<>();
		titles
			.add(new SampleTitle(Tier.NATIONAL_LITTLE_GIANT, Integer.toString(batch), NATIONAL_BATCHES.get(batch - 1)));
		if (chance.hits(1.0 / 6)) {
			titles.add(new SampleTitle(Tier.NATIONAL_KEY_LITTLE_GIANT, "1", LocalDate.of(2021, 9, 30)));
		}
		if (chance.hits(1.0 / 12)) {
			titles.add(new SampleTitle(Tier.PROVINCIAL_CHAMPION, "1", LocalDate.of(2022, 12, 30)));
		}
		if (chance.hits(1.0 / 50)) {
			titles.add(new SampleTitle(Tier.NATIONAL_CHAMPION, "6", LocalDate.of(2021, 11, 30)));
		}
		return titles;
	}

	private static SampleTitle provincialTitle(Chance chance) {
		int year = 2021 + chance.below(3);
		return new SampleTitle(Tier.PROVINCIAL_SRDI, Integer.toString(year), LocalDate.of(year, 5, 1));
	}

	private String name(int number, RegionCode city) {
		Region region = this.cities.get(city);
		if (region == null) {
			throw new IllegalStateException("The regions lack the city " + city);
		}
		String brief = region.name().replaceFirst("(土家族苗族自治州|林区|市)$", "");
		return String.format(Locale.ROOT, "示例企业 %s%03d", brief, number);
	}

	/**
	 * Returns a valid code with an organisation code that begins with YP (样品), which no
	 * authority issues, so that it is nobody's.
	 */
	private static CreditCode code(int number, RegionCode city, @Nullable RegionCode county) {
		String organisation = String.format(Locale.ROOT, "YP%06d", number);
		String authority = (county != null) ? county.value() : city.value();
		String first17 = "91" + authority + organisation + organisationCheck(organisation);
		return new CreditCode(first17 + CreditCode.checkCharacter(first17));
	}

	/**
	 * Computes the ninth character of an organisation code: 11 − Σ Ci·Wi mod 11, 10 as X,
	 * 11 as 0 (GB 11714-1997).
	 */
	static char organisationCheck(String first8) {
		int[] weights = { 3, 7, 9, 10, 5, 8, 4, 2 };
		int sum = 0;
		for (int i = 0; i < weights.length; i++) {
			sum += Character.digit(first8.charAt(i), 36) * weights[i];
		}
		return "0123456789X0".charAt(11 - sum % 11);
	}

	private static Map<String, Integer> weights(String text) {
		Map<String, Integer> weights = new LinkedHashMap<>();
		for (String part : text.split(" ", -1)) {
			weights.put(part.substring(0, 6), Integer.parseInt(part.substring(7)));
		}
		return weights;
	}

	private static List<Listed> readListed() {
		try (InputStream in = Population.class.getResourceAsStream("/sample/national-little-giants.csv")) {
			if (in == null) {
				throw new IllegalStateException("sample/national-little-giants.csv is missing from the application");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(Listed::parse).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A row of the public list without its name.
	 *
	 * @param city the city
	 * @param batch 1, 2 or 3
	 */
	private record Listed(RegionCode city, int batch) {

		private static Listed parse(String line) {
			return new Listed(new RegionCode(line.substring(0, 6)), Integer.parseInt(line.substring(7)));
		}

	}

}
