package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.MissingResourceException;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Outcome;

/**
 * Puts figures into words the way official bulletins do: growth to one decimal, half up;
 * percentage points for differences of percentages; 扭亏为盈 and its kin where a rate would
 * mislead; “—” where there is nothing to say.
 */
final class Wording {

	static final String NOTHING = "—";

	/** 1 亿元 in 万元. */
	private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(10_000);

	private final Locale locale;

	private final Texts texts;

	private final BigDecimal coverageMark;

	/**
	 * Speaks one language.
	 * @param coverageMark the coverage in % below which a figure is marked
	 */
	Wording(Locale locale, BigDecimal coverageMark) {
		this.locale = locale;
		this.texts = Texts.of("publication", locale);
		this.coverageMark = coverageMark;
	}

	boolean isEnglish() {
		return "en".equals(this.locale.getLanguage());
	}

	String text(String key, Object... arguments) {
		return this.texts.get(key, arguments);
	}

	/** Returns the word of a key, or the fallback where there is no such key. */
	String textOr(String key, String fallback) {
		try {
			return this.texts.get(key);
		}
		catch (MissingResourceException ex) {
			return fallback;
		}
	}

	String choose(String chinese, String english) {
		return isEnglish() ? english : chinese;
	}

	String label(IndicatorDefinition indicator) {
		return choose(indicator.label(), indicator.labelEn());
	}

	/** Returns the label without its time: 技术改造投资 for 技术改造投资(本年累计). */
	String bare(IndicatorDefinition indicator) {
		return label(indicator).replaceFirst("(\\([^()]*\\)|, (this month|year to date))$", "");
	}

	String name(Region region) {
		return choose(region.name(), region.nameEn());
	}

	String name(Tier tier) {
		return text("tier." + tier.name());
	}

	/** Returns a unit in the language; one that is not known stays as it is. */
	String unit(String unit) {
		return textOr("unit." + unit, unit);
	}

	/** Returns a heading with its unit: {@code 营业收入(本年累计)（万元）}. */
	String heading(IndicatorDefinition indicator) {
		return text("heading.unit", label(indicator), unit(indicator.unit()));
	}

	String month(ReportingPeriod period) {
		return isEnglish() ? monthName(period.months()) : period.months() + "月";
	}

	/** Returns the months from January: {@code 1—10月}, and {@code 1月} for January. */
	String span(ReportingPeriod period) {
		if (period.months() == 1) {
			return month(period);
		}
		return isEnglish() ? "January–" + monthName(period.months()) : "1—" + period.months() + "月";
	}

	/** Returns the months from January with their year: {@code 2026年1—10月}. */
	String spanOfYear(ReportingPeriod period) {
		return isEnglish() ? span(period) + " " + period.year() : period.year() + "年" + span(period);
	}

	/** Returns the month with its year: {@code 2026年10月}. */
	String monthOfYear(ReportingPeriod period) {
		return isEnglish() ? month(period) + " " + period.year() : period.year() + "年" + month(period);
	}

	/** Returns the quarter that ends with a month: {@code 2026年第3季度}. */
	String quarterOfYear(ReportingPeriod period) {
		int quarter = (period.months() + 2) / 3;
		return isEnglish() ? "Q" + quarter + " " + period.year() : period.year() + "年第" + quarter + "季度";
	}

	private static String monthName(int month) {
		return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
	}

	String date(LocalDateTime time) {
		return time.format(DateTimeFormatter.ofPattern(text("date.pattern"), this.locale));
	}

	String instant(LocalDateTime time) {
		return time.format(DateTimeFormatter.ofPattern(text("instant.pattern"), this.locale));
	}

	/** Returns a value with its unit, or “—”; a low coverage is marked as such. */
	String value(IndicatorDefinition indicator, @Nullable IndicatorValue value) {
		if (isGrowth(indicator)) {
			return growth(value);
		}
		if (value == null || value.value() == null) {
			return NOTHING;
		}
		if ("万元".equals(indicator.unit())) {
			return amount(value.value());
		}
		String number = quantity(value.value(), indicator.decimals(), indicator.unit());
		return isLowCoverage(indicator, value) ? number + text("coverage.low", coverageMark()) : number;
	}

	static boolean isGrowth(IndicatorDefinition indicator) {
		return indicator.kind() == Kind.GROWTH || indicator.kind() == Kind.MATCHED_GROWTH;
	}

	/** Returns whether so little is covered that the figures have to be marked. */
	boolean isLowCoverage(IndicatorDefinition indicator, @Nullable IndicatorValue value) {
		return indicator.kind() == Kind.COVERAGE && value != null && value.value() != null
				&& value.value().compareTo(this.coverageMark) < 0;
	}

	/** Returns the coverage below which figures are marked: {@code 90%}. */
	String coverageMark() {
		return this.coverageMark.stripTrailingZeros().toPlainString() + "%";
	}

	/** Returns an amount of 万元 in words: in 亿元 from one 亿元 on, with two decimals. */
	String amount(BigDecimal amount) {
		BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
		if (rounded.abs().compareTo(HUNDRED_MILLION) < 0) {
			return text("amount.small", isEnglish() ? plain(amount.movePointLeft(2), 2) : plain(rounded, 2));
		}
		return text("amount.large",
				isEnglish() ? plain(amount.movePointLeft(2), 0) : plain(amount.movePointLeft(4), 2));
	}

	/** Returns a number with its unit: {@code 172家}, {@code 5.1%}. */
	String quantity(BigDecimal number, int decimals, String unit) {
		String plain = plain(number, decimals);
		return "%".equals(unit) ? plain + "%" : text("quantity", plain, unit(unit));
	}

	String count(int number) {
		return quantity(BigDecimal.valueOf(number), 0, "家");
	}

	/** Returns a growth with its verb: {@code 同比增长8.1%}, {@code 同比扭亏为盈}. */
	String growth(@Nullable IndicatorValue value) {
		if (value == null || value.outcome() == Outcome.NONE) {
			return text("growth.none");
		}
		if (value.outcome() != Outcome.VALUE || value.value() == null) {
			return text("growth.turned", value.outcome().text(value.value(), this.locale));
		}
		BigDecimal rounded = rounded(value.value(), 1);
		return switch (rounded.signum()) {
			case 1 -> text("growth.up", percent(rounded));
			case -1 -> text("growth.down", percent(rounded.abs()));
			default -> text("growth.flat");
		};
	}

	/**
	 * Returns what a cell says instead of a number: {@code 扭亏为盈}, {@code 增亏12.3%}, “—”.
	 */
	String instead(@Nullable IndicatorValue value) {
		if (value == null || value.outcome() == Outcome.VALUE) {
			return NOTHING;
		}
		return value.outcome().text(value.value(), this.locale);
	}

	/**
	 * Returns how a ratio moved: {@code 比上年同期提高0.3个百分点}.
	 * @param now the unrounded ratio
	 * @param before the unrounded ratio of the same period last year
	 */
	String change(IndicatorDefinition indicator, @Nullable BigDecimal now, @Nullable BigDecimal before) {
		if (now == null || before == null) {
			return text("change.none");
		}
		BigDecimal difference = rounded(now.subtract(before), decimalsOfChange(indicator));
		String size = quantity(difference.abs(), difference.scale(), unitOfChange(indicator));
		return switch (difference.signum()) {
			case 1 -> text("change.up", size);
			case -1 -> text("change.down", size);
			default -> text("change.flat");
		};
	}

	/** Returns 个百分点 for a percentage, else the unit itself. */
	static String unitOfChange(IndicatorDefinition indicator) {
		return "%".equals(indicator.unit()) ? "个百分点" : indicator.unit();
	}

	static int decimalsOfChange(IndicatorDefinition indicator) {
		return "%".equals(indicator.unit()) ? 1 : indicator.decimals();
	}

	String percent(BigDecimal value) {
		return plain(value, 1) + "%";
	}

	/** Rounds half up, as statistics do. */
	static BigDecimal rounded(BigDecimal value, int decimals) {
		return value.setScale(decimals, RoundingMode.HALF_UP);
	}

	private String plain(BigDecimal number, int decimals) {
		BigDecimal rounded = rounded(number, decimals);
		if (!isEnglish()) {
			return rounded.toPlainString();
		}
		DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
		format.setMinimumFractionDigits(decimals);
		format.setMaximumFractionDigits(decimals);
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format.format(rounded);
	}

}
