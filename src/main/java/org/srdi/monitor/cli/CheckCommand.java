package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.srdi.monitor.batch.ReportChecks;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.submission.Answers;
import org.srdi.monitor.submission.ContentHash;
import org.srdi.monitor.submission.FoundReport;
import org.srdi.monitor.submission.Judged;
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

	@Option(names = "--out", paramLabel = "DIR", descriptionKey = "check.out")
	private @Nullable Path out;

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
				worst = worse(worst, check(application, checks, file));
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

	private int check(Application application, ReportChecks checks, Path file) {
		try {
			List<FoundReport> found = application.get(ReportFile.class).read(file, ContentHash.of(file));
			List<Judged> judged = checks.checkAll(found);
			int worst = ExitCode.DONE;
			for (Judged one : judged) {
				worst = worse(worst, tell(checks, file, one));
			}
			if (this.out != null) {
				answer(application, file, found, judged, this.out);
			}
			return worst;
		}
		catch (UnreadableFileException ex) {
			return unreadable(application, file, ex.messageFor(this.console.locale()));
		}
		catch (ReportFile.NoReportException ex) {
			return unreadable(application, file, ex.messageFor(this.console.locale()));
		}
	}

	/** Writes what the enterprise would be told if it sent the file in. */
	private void answer(Application application, Path file, List<FoundReport> found, List<Judged> judged, Path out) {
		Path folder = folder(out, file);
		application.get(Answers.class).preview(file, found, judged, folder, this.console.locale());
		this.console.say("check.answered", folder);
	}

	private static Path folder(Path out, Path file) {
		return out.resolve(String.valueOf(file.getFileName()));
	}

	private int unreadable(Application application, Path file, String reason) {
		this.console.say("check.unreadable", file, reason);
		if (this.out != null) {
			application.get(Answers.class).preview(file, reason, folder(this.out, file), this.console.locale());
			this.console.say("check.answered", folder(this.out, file));
		}
		return ExitCode.BAD_INPUT;
	}

	private int tell(ReportChecks checks, Path file, Judged judged) {
		SubmissionState state = judged.verdict();
		String name = judged.report().text("enterprise_name");
		this.console.say("check.verdict", file, (name != null) ? name : "—",
				this.console.text("state." + state.name()));
		judged.violations().stream().forEach(this::print);
		if (state == SubmissionState.ACCEPTED && !checks.hasMonthBefore(judged.report())) {
			this.console.say("check.no-month-before");
		}
		return (state == SubmissionState.ACCEPTED) ? ExitCode.DONE : ExitCode.DONE_WITH_FAULTS;
	}

	private void print(Violation violation) {
		String weight = violation.isError() ? "error" : violation.explained() ? "explained" : "warning";
		String message = this.console.isEnglish() ? violation.messageEn() : violation.message();
		String cell = (violation.cell() != null) ? violation.cell().toString() : "—";
		this.console.out()
			.println("  " + violation.rule() + "  " + this.console.text("severity." + weight) + "  "
					+ (message.startsWith(cell) ? "" : cell + "  ") + message);
	}

}
