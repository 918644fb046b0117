package org.srdi.monitor.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.batch.RunComparison;
import org.srdi.monitor.batch.RunPassport;
import org.srdi.monitor.batch.RunSummary;
import org.srdi.monitor.batch.Timing;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.submission.Tally;

/**
 * Prints runs for people.
 *
 * @param console where to
 */
record PassportText(Console console) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final String NOTHING = "—";

	/** Prints a run in a line. */
	void line(RunSummary run) {
		Tally tally = run.received();
		this.console.say("runs.line", run.run(), status(run.status()), time(run.startedAt()),
				(tally != null) ? tally.toString() : NOTHING, run.attempts(), orNothing(run.actor()));
	}

	/** Prints everything that is known of a run. */
	void passport(RunPassport run, boolean files) {
		RunSummary summary = run.summary();
		this.console.say("runs.title", summary.run(), status(summary.status()));
		this.console.say("runs.time", time(summary.startedAt()), time(summary.finishedAt()), timing(run.timing()));
		Tally tally = summary.received();
		if (tally != null) {
			this.console.say("run.received", tally.filesIn(), tally.accepted(), tally.held(), tally.returned(),
					tally.duplicate(), tally.unreadable());
			this.console.say(Boolean.TRUE.equals(run.balanced()) ? "runs.balanced" : "runs.unbalanced");
		}
		attempts(run);
		steps(run);
		inputs(run, files);
		for (Publications.Recorded output : run.outputs()) {
			this.console.say("runs.output", output.rollup(), output.fileName(), output.sha256());
		}
		figures(run.figures());
	}

	private void attempts(RunPassport run) {
		for (RunPassport.Attempt attempt : run.attempts()) {
			this.console.say("runs.attempt", attempt.attempt(), status(attempt.outcome()), time(attempt.startedAt()),
					time(attempt.endedAt()), orNothing(attempt.actor()), orNothing(attempt.node()));
			if (attempt.message() != null) {
				this.console.say("runs.message", attempt.message());
			}
		}
	}

	private void steps(RunPassport run) {
		for (RunPassport.Step step : run.steps()) {
			this.console.say("runs.step", this.console.text("step." + step.step()), status(step.status()), step.read(),
					step.written(), step.skipped(), step.commits(), step.rollbacks(), step.attempt(),
					timing(step.timing()));
		}
	}

	private void inputs(RunPassport run, boolean files) {
		RunPassport.Inputs inputs = run.inputs();
		if (inputs != null) {
			this.console.say("runs.inputs", inputs.digest(), orNothing(inputs.definitions()),
					orNothing(inputs.register()), orNothing(inputs.reports()));
		}
		this.console.say("runs.files-taken", run.files().size());
		if (files) {
			run.files()
				.forEach((file) -> this.console.say("runs.file", file.sha256(), file.name(), status(file.state()),
						file.reports()));
		}
	}

	private void figures(Map<String, @Nullable BigDecimal> figures) {
		figures.forEach((name, amount) -> this.console.say("runs.figure", figure(name), plain(amount)));
	}

	/** Prints how two runs differ. */
	void comparison(RunComparison comparison) {
		this.console.say("runs.compared", comparison.one(), comparison.other(), comparison.differences().size(),
				comparison.same());
		for (RunComparison.Difference difference : comparison.differences()) {
			this.console.say("runs.difference", this.console.text("runs.part." + difference.part()), name(difference),
					orNothing(difference.one()), orNothing(difference.other()));
		}
	}

	private String name(RunComparison.Difference difference) {
		return switch (difference.part()) {
			case STEP, TIME -> this.console.text("step." + difference.name());
			case OUTPUT -> difference.name();
			case FIGURE, COUNT, INPUT -> figure(difference.name());
		};
	}

	private String figure(String name) {
		return this.console.text("runs.figure." + name);
	}

	private String status(String status) {
		return this.console.text("runs.status." + status);
	}

	/** Returns 2.3 s, and where runs before tell: (3.1 × the usual 0.7 s of 12 runs). */
	private String timing(@Nullable Timing timing) {
		if (timing == null) {
			return NOTHING;
		}
		BigDecimal factor = timing.factor();
		String took = seconds(timing.took());
		return (factor == null || timing.usual() == null) ? took
				: this.console.text("runs.usual", took, factor.toPlainString(), seconds(timing.usual()), timing.runs());
	}

	private static String seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toMillis(), 3)
			.setScale((duration.toSeconds() < 10) ? 1 : 0, java.math.RoundingMode.HALF_UP)
			.toPlainString() + " s";
	}

	private static String time(@Nullable Instant instant) {
		return (instant != null) ? StoredTime.of(instant).format(TIME) : NOTHING;
	}

	private static String plain(@Nullable BigDecimal amount) {
		return (amount != null) ? amount.stripTrailingZeros().toPlainString() : NOTHING;
	}

	private static String orNothing(@Nullable String text) {
		return Objects.requireNonNullElse(text, NOTHING);
	}

}
