package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.RegionalTarget;
import org.srdi.monitor.register.Titles;

/** Measures from the titles of the register what targets of plans are about. */
final class Measures {

	private static final Pattern BATCH = Pattern.compile("第([一二三四五六七八九十]|\\d{1,2})批");

	private static final String NUMERALS = "一二三四五六七八九十";

	private final Titles titles;

	private final boolean stockNested;

	Measures(Titles titles, boolean stockNested) {
		this.titles = titles;
		this.stockNested = stockNested;
	}

	/** Returns the value on a day; null where the titles cannot tell. */
	@Nullable BigDecimal actual(RegionalTarget target, LocalDate day) {
		Tier tier = target.tier();
		if (tier == null) {
			return null;
		}
		RegionCode region = target.region();
		return switch (target.measure()) {
			case "stock_count", "stock_count_at_or_above" ->
				BigDecimal.valueOf(this.titles.stock(region, tier, day, isNested(target)));
			case "annual_new_count" -> BigDecimal.valueOf(this.titles.granted(region, tier, day.getYear()));
			case "batch_count" -> ofBatch(target, tier, day);
			default -> null;
		};
	}

	/** Returns whether the tiers above count, too. */
	boolean isNested(RegionalTarget target) {
		return "stock_count_at_or_above".equals(target.measure())
				|| ("stock_count".equals(target.measure()) && this.stockNested);
	}

	private @Nullable BigDecimal ofBatch(RegionalTarget target, Tier tier, LocalDate day) {
		String batch = batch(target.quote());
		return (batch == null) ? null
				: BigDecimal.valueOf(this.titles.stockByBatch(target.region(), tier, day).getOrDefault(batch, 0));
	}

	/** Reads the batch from the words of the plan (第一批9家), for no column has it. */
	static @Nullable String batch(String quote) {
		Matcher matcher = BATCH.matcher(quote);
		if (!matcher.find()) {
			return null;
		}
		int numeral = NUMERALS.indexOf(matcher.group(1));
		return (numeral >= 0) ? Integer.toString(numeral + 1) : matcher.group(1);
	}

}
