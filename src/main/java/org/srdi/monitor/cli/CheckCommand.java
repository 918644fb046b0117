package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.srdi.monitor.batch.ReportChecks;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.submission.ContentHash;
import org.srdi.monitor.submission.FoundReport;
import org.srdi.monitor.submission.ReportFile;
import org.srdi.monitor.submission.SubmissionState;
import org.srdi.monitor.workbook.UnreadableFileException;

@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "check.files")
	private List<Path> files = List.of();

	CheckCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		this.files.forEach((file) -> InputFiles.existing(this.console, file));
		try (Application application = Application.start(this.settings)) {
			ReportChecks checks = application.get(ReportChecks.class);
			if (!checks.hasRegister()) {
				this.console.warn("check.no-register");
			}
			int worst = ExitCode.DONE;
			for (Path file : this.files) {
				worst = worse(worst, check(application.get(ReportFile.class), checks, file));
			}
			return worst;
		}
	}

	/** A file that cannot be read is worse than one with faults. */
	private static int worse(int one, int other) {
		if (one == ExitCode.BAD_INPUT || other == ExitCode.BAD_INPUT) {
			return ExitCode.BAD_INPUT;
		}
		return Math.max(one, other);
	}

	private int check(ReportFile reader, ReportChecks checks, Path file) {
		try {
			int worst = ExitCode.DONE;
			for (FoundReport found : reader.read(file, ContentHash.of(file))) {
				worst = worse(worst, check(checks, file, found));
			}
			return worst;
		}
		catch (UnreadableFileException ex) {
			return unreadable(file, ex.messageFor(this.console.locale()));
		}
		catch (ReportFile.NoReportException ex) {
			return unreadable(file, ex.messageFor(this.console.locale()));
		}
	}

	private int unreadable(Path file, String reason) {
		this.console.say("check.unreadable", file, reason);
		return ExitCode.BAD_INPUT;
	}

	private int check(ReportChecks checks, Path file, FoundReport found) {
		Violations violations = checks.check(found.report()).violations();
		SubmissionState state = SubmissionState.of(violations);
		String name = found.report().text("enterprise_name");
		this.console.say("check.verdict", file, (name != null) ? name : "—",
				this.console.text("state." + state.name()));
		violations.stream().forEach(this::print);
		if (state == SubmissionState.ACCEPTED && !checks.hasMonthBefore(found.report())) {
			this.console.say("check.no-month-before");
		}
		return (state == SubmissionState.ACCEPTED) ? ExitCode.DONE : ExitCode.DONE_WITH_FAULTS;
	}

	private void print(Violation violation) {
		String weight = violation.isError() ? "error" : violation.explained() ? "explained" : "warning";
		this.console.out()
			.println("  " + violation.rule() + "  " + this.console.text("severity." + weight) + "  "
					+ ((violation.cell() != null) ? violation.cell() : "—") + "  "
					+ (this.console.isEnglish() ? violation.messageEn() : violation.message()));
	}

}
