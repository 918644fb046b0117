package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.validation.slip.Slip;
import org.srdi.monitor.validation.slip.SlipKind;

/**
 * Finds words for slips.
 *
 * @param terms what the figures are called
 */
record SlipWords(Terms terms) {

	private static final Texts CHINESE = Texts.of("validation", Locale.CHINESE);

	private static final Texts ENGLISH = Texts.of("validation", Locale.ENGLISH);

	/** More figures than this nobody reads. */
	private static final int SHOWN = 3;

	/** Returns what is filled into the message of the rule. */
	Values values(Slip slip, Report report, @Nullable CellAddress cell) {
		return Values.at(cell)
			.put("slip", slip(slip, CHINESE), slip(slip, ENGLISH))
			.put("evidence", evidence(slip, CHINESE), evidence(slip, ENGLISH))
			.put("repair", repair(slip, report, CHINESE), repair(slip, report, ENGLISH))
			.put("count", String.valueOf(slip.found()));
	}

	private String slip(Slip slip, Texts texts) {
		String key = "slip." + slip.kind().key();
		if (slip.kind() == SlipKind.UNIT_OF_REPORT) {
			return texts.get(key, unit(slip.power(), texts));
		}
		FigureKey place = slip.place();
		return (place != null) ? texts.get(key, name(place, texts), times(slip.power(), texts)) : texts.get(key);
	}

	/** Returns the unit that makes amounts in 万元 too large by ten to that power. */
	private static String unit(int power, Texts texts) {
		return texts.get("unit." + power);
	}

	private static String times(int power, Texts texts) {
		String times = String.format(Locale.ROOT, "%,d", BigDecimal.ONE.scaleByPowerOfTen(Math.abs(power)).intValue());
		return texts.get((power < 0) ? "slip.too-small" : "slip.too-large", times);
	}

	private static String evidence(Slip slip, Texts texts) {
		return texts.get("slip.evidence", String.valueOf(slip.mended()), String.valueOf(slip.inLine()));
	}

	private String repair(Slip slip, Report report, Texts texts) {
		if (slip.repair().isEmpty()) {
			return texts.get("slip.no-repair");
		}
		StringJoiner changes = new StringJoiner(texts.get("slip.and"));
		slip.repair().entrySet().stream().limit(SHOWN).forEach((one) -> changes.add(change(one, report, texts)));
		int all = slip.repair().size();
		String key = (all > SHOWN) ? "slip.repair-many" : "slip.repair-few";
		return texts.get(key, changes.toString(), String.valueOf(all));
	}

	private String change(Map.Entry<FigureKey, @Nullable BigDecimal> change, Report report, Texts texts) {
		Term term = this.terms.of(change.getKey());
		return name(change.getKey(), texts) + " " + amount(term, report.amount(change.getKey()), texts) + " → "
				+ amount(term, change.getValue(), texts);
	}

	private static String amount(Term term, @Nullable BigDecimal amount, Texts texts) {
		return (amount != null) ? term.text(amount) : texts.get("slip.blank");
	}

	private String name(FigureKey key, Texts texts) {
		Term term = this.terms.of(key);
		return (texts == ENGLISH) ? term.labelEn() + " (" + term.heading().labelEn() + ")"
				: term.label() + "（" + term.heading().label() + "）";
	}

}
