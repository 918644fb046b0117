package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;

/**
 * A slip that was found.
 *
 * @param kind what has happened
 * @param power the figures are too large by ten to this power; 0 where that is not the
 * matter
 * @param place the first figure of it; null if the whole report is concerned
 * @param repair the figures that change with the amounts they get, null for those that
 * become blank; empty if there is no exact repair
 * @param mended how many identities and accepted figures agree after the repair that do
 * not before
 * @param inLine how many of the figures are in line with what is on file after the repair
 * @param found how many figures made it known
 * @param provable whether an identity of the form is broken by it
 */
public record Slip(SlipKind kind, int power, @Nullable FigureKey place, Map<FigureKey, @Nullable BigDecimal> repair,
		int mended, int inLine, int found, boolean provable) {

	/** Keeps its own copy, in the order given. */
	public Slip {
		repair = Collections.unmodifiableMap(new LinkedHashMap<>(repair));
	}

}
