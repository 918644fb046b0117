package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Suspects that a figure that may be negative has the wrong sign. */
final class Signs implements Suspicion {

	/** Below this, in 万元, losses and gains change from month to month. */
	private static final BigDecimal PLAIN = BigDecimal.TEN;

	private static final double CLOSE = 0.3;

	@Override
	public List<Candidate> candidates(Case report, Trouble trouble) {
		List<Candidate> candidates = new ArrayList<>();
		trouble.stream().forEach((number) -> {
			Slot slot = report.slots().get(number);
			BigDecimal amount = report.amount(number);
			if (amount != null && amount.signum() != 0 && slot.field().isSigned() && slot.takes(amount.negate())) {
				candidates.add(candidate(number, amount));
			}
		});
		return candidates;
	}

	private static Candidate candidate(int number, BigDecimal amount) {
		boolean plain = amount.abs().compareTo(PLAIN) >= 0;
		Map<Integer, @Nullable BigDecimal> changes = new LinkedHashMap<>();
		changes.put(number, amount.negate());
		return new Candidate(SlipKind.SIGN, 0, changes, (weighing) -> !weighing.breaks() && !weighing.leavesOpen()
				&& weighing.lost() == 0 && (isProven(weighing) || (plain && weighing.isToldByHistory(CLOSE))));
	}

	private static boolean isProven(Weighing weighing) {
		return weighing.exact() > 0 && (weighing.gain() > 0 || weighing.precise() > 0);
	}

}
