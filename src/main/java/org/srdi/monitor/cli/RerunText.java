package org.srdi.monitor.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.batch.PeriodChange;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;

/**
 * Prints what a rerun would change, and what it did.
 *
 * @param console where to
 * @param definitions the names of indicators
 */
record RerunText(Console console, Definitions definitions) {

	/** Prints what would change. */
	void changes(List<PeriodChange> changes, boolean json) {
		if (json) {
			this.console.out().println(Json.of(changes));
			return;
		}
		if (changes.isEmpty()) {
			this.console.say("rerun.none-meant");
			return;
		}
		changes.stream().filter(PeriodChange::asked).forEach(this::change);
		later(changes);
		this.console.say("rerun.nothing-stored");
	}

	private void change(PeriodChange change) {
		if (!change.isAny()) {
			this.console.say("rerun.unchanged", change.period());
			return;
		}
		this.console.say(change.closed() ? "rerun.change" : "rerun.first", change.period(), change.values(),
				change.flags(), change.levels(), change.plans(),
				this.console.text(change.file() ? "rerun.file.other" : "rerun.file.same"));
		change.largest()
			.forEach((value) -> this.console.say("rerun.value", value.grouping() + " " + value.member(),
					label(value.indicator()), plain(value.from()), plain(value.to())));
	}

	private void later(List<PeriodChange> changes) {
		changes.stream()
			.filter((change) -> !change.asked() && change.isAny())
			.forEach((change) -> this.console.say("rerun.later", change.period(), change.values(), change.flags()));
	}

	private String label(String code) {
		return this.definitions.indicators()
			.stream()
			.filter((indicator) -> indicator.code().equals(code))
			.map((indicator) -> this.console.isEnglish() ? indicator.labelEn() : indicator.label())
			.findFirst()
			.orElse(code);
	}

	private static String plain(@Nullable BigDecimal value) {
		return (value != null) ? value.stripTrailingZeros().toPlainString() : "—";
	}

	/** Prints what was done, and returns the exit code. */
	int outcomes(List<PeriodChange> changes, Map<ReportingPeriod, RunOutcome> outcomes, boolean json) {
		if (json) {
			this.console.out().println(Json.of(Map.of("changes", changes, "outcomes", outcomes)));
		}
		else {
			outcomes.forEach(this::outcome);
			if (changes.isEmpty()) {
				this.console.say("rerun.none-meant");
			}
			later(changes);
		}
		return outcomes.values()
			.stream()
			.map(IngestCommand::code)
			.filter((code) -> code != ExitCode.DONE)
			.findFirst()
			.orElse(ExitCode.DONE);
	}

	private void outcome(ReportingPeriod period, RunOutcome outcome) {
		switch (outcome.status()) {
			case DONE -> this.console.say("rerun.done", period, String.valueOf(outcome.rollup()));
			case NOTHING_NEW -> this.console.say("rerun.unchanged", period);
			case BUSY -> this.console.warn("run.busy.period", period);
			case STOPPED -> this.console.warn("run.stopped");
			case FAILED, NOT_YET -> this.console.warn("failed", period + ": " + outcome.message());
		}
	}

}
