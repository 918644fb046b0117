package org.srdi.monitor.register;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;

/**
 * An enterprise as the register has it now.
 *
 * @param id its number in the database
 * @param creditCode null where only the name is public
 * @param name its registered name, brackets full-width
 * @param city the city it reports to
 * @param county null where unknown
 * @param industryCode two to four digits of GB/T 4754-2017; null where unknown
 * @param aboveScale whether it is above-scale (规模以上); null where unknown
 */
public record Enterprise(long id, @Nullable CreditCode creditCode, String name, RegionCode city,
		@Nullable RegionCode county, @Nullable String industryCode, @Nullable Boolean aboveScale) {

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	/** Returns the division (大类) of its industry, or null where that is unknown. */
	public @Nullable String division() {
		return (this.industryCode != null) ? this.industryCode.substring(0, 2) : null;
	}

	/**
	 * Returns a name the way it is stored and compared: half-width letters and digits, no
	 * space around it, and in a Chinese name the full-width brackets of registered names.
	 */
	static String canonicalName(String name) {
		String text = SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll(" ").strip();
		return HAN.matcher(text).find() ? text.replace('(', '（').replace(')', '）') : text;
	}

}
