package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Texts;

/**
 * A number as people type it.
 *
 * @param amount the number, in its own unit
 * @param unit the unit written behind it; null if none is
 * @param rules what had to be forgiven to read it
 */
record TypedNumber(BigDecimal amount, @Nullable Unit unit, Set<Tolerance> rules) {

	/** A cell takes 32,767 characters; a number does not. */
	private static final int LONGEST = 60;

	/** What people write where there is nothing to report. */
	private static final Set<String> NONE = Set.of("-", "--", "—", "——", "–", "/", "\\", "无", "n/a", "na", "*", "**",
			"***", "...", "…", "……");

	private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

	private static final Pattern WIDE = Pattern.compile("[０-９．－＋]");

	private static final Pattern CURRENCY = Pattern.compile("^(¥|￥|rmb|cny|人民币)\\s*");

	private static final Pattern UNIT = Pattern.compile("\\s*([^\\d\\s.,')-]+)$");

	private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,' ]\\d{3})+(\\.\\d+)?");

	private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");

	/** Returns whether the text is a mark for none. */
	static boolean isNone(String text) {
		return text.length() <= 3 && NONE.contains(Texts.halfWidth(text).toLowerCase(Locale.ROOT));
	}

	/** Reads a text; null if it is no number beyond doubt. */
	static @Nullable TypedNumber parse(String text) {
		return (text.length() > LONGEST) ? null : new Reading(text).number();
	}

	/** Peels off what is around the digits. */
	private static final class Reading {

		private final Set<Tolerance> rules = EnumSet.noneOf(Tolerance.class);

		private String rest;

		private boolean negative;

		private @Nullable Unit unit;

		private Reading(String text) {
			this.rest = SPACE.matcher(Texts.halfWidth(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
			if (this.rest.startsWith("'")) {
				this.rest = this.rest.substring(1);
			}
			if (WIDE.matcher(text).find()) {
				this.rules.add(Tolerance.FULL_WIDTH);
			}
		}

		private @Nullable TypedNumber number() {
			takeBrackets();
			takeSign();
			takeCurrency();
			takeSign();
			if (!takeUnit()) {
				return null;
			}
			if (this.rest.endsWith("-") && !this.negative) {
				negate(this.rest.substring(0, this.rest.length() - 1).strip());
			}
			if (GROUPED.matcher(this.rest).matches()) {
				this.rules.add(Tolerance.THOUSANDS);
				this.rest = this.rest.replaceAll("[,' ]", "");
			}
			if (!PLAIN.matcher(this.rest).matches()) {
				return null;
			}
			BigDecimal amount = new BigDecimal(this.rest);
			return new TypedNumber(this.negative ? amount.negate() : amount, this.unit, this.rules);
		}

		private void takeBrackets() {
			if (this.rest.startsWith("(") && this.rest.endsWith(")")) {
				negate(this.rest.substring(1, this.rest.length() - 1).strip());
			}
			else if (this.rest.startsWith("△") || this.rest.startsWith("▲")) {
				negate(this.rest.substring(1).strip());
			}
		}

		private void negate(String rest) {
			this.rules.add(Tolerance.ACCOUNTING_NEGATIVE);
			this.negative = true;
			this.rest = rest;
		}

		private void takeSign() {
			if (!this.negative && this.rest.startsWith("-")) {
				this.negative = true;
				this.rest = this.rest.substring(1).strip();
			}
			else if (this.rest.startsWith("+")) {
				this.rest = this.rest.substring(1).strip();
			}
		}

		private void takeCurrency() {
			Matcher currency = CURRENCY.matcher(this.rest);
			if (currency.find()) {
				this.rules.add(Tolerance.CURRENCY);
				this.rest = this.rest.substring(currency.end());
			}
		}

		private boolean takeUnit() {
			Matcher suffix = UNIT.matcher(this.rest);
			if (!suffix.find()) {
				return true;
			}
			this.unit = Unit.of(suffix.group(1));
			this.rules.add("%".equals(suffix.group(1)) ? Tolerance.PERCENT : Tolerance.UNIT_SUFFIX);
			this.rest = this.rest.substring(0, suffix.start());
			return this.unit != null;
		}

	}

}
