package org.srdi.monitor.cli;

import java.nio.file.InvalidPathException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

import org.springframework.boot.web.server.PortInUseException;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Causes;
import org.srdi.monitor.database.DatabaseRefusedException;
import org.srdi.monitor.deadline.DeadlineRefusedException;
import org.srdi.monitor.definition.DefinitionException;
import org.srdi.monitor.notice.MailSettingsException;
import org.srdi.monitor.workbook.TableException;
import org.srdi.monitor.workbook.UnreadableFileException;

/** Turns what went wrong into a sentence and an exit code; the log has the rest. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Failures.class);

	private final Console console;

	Failures(Console console) {
		this.console = console;
	}

	@Override
	public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = badInput(cause);
			if (message != null) {
				this.console.err().println(message);
				return ExitCode.BAD_INPUT;
			}
		}
		log.error("{} failed", command.getCommandName(), failure);
		this.console.warn("failed", Causes.of(failure));
		return ExitCode.FAILED;
	}

	private @Nullable String badInput(Throwable cause) {
		if (cause instanceof DefinitionException definition) {
			StringBuilder text = new StringBuilder(this.console.text("definitions.wrong"));
			definition.mistakes()
				.forEach((mistake) -> text.append('\n')
					.append(mistake.place())
					.append(": ")
					.append(this.console.isEnglish() ? mistake.messageEn() : mistake.message()));
			return text.toString();
		}
		if (cause instanceof UnreadableFileException unreadable) {
			return unreadable.messageFor(this.console.locale());
		}
		if (cause instanceof DatabaseRefusedException database) {
			return database.messageFor(this.console.locale());
		}
		if (cause instanceof MailSettingsException mail) {
			return mail.messageFor(this.console.locale());
		}
		if (cause instanceof DeadlineRefusedException deadline) {
			return deadline.messageFor(this.console.locale());
		}
		if (cause instanceof TableException table) {
			return table.messageFor(this.console.locale());
		}
		if (cause instanceof PortInUseException port) {
			return this.console.text("port.taken", String.valueOf(port.getPort()));
		}
		// Java names files in the locale
		if (cause instanceof InvalidPathException path) {
			return this.console.text("locale.unfit", path.getInput(), System.getProperty("sun.jnu.encoding"));
		}
		return (cause instanceof BadInputException) ? cause.getMessage() : null;
	}

}
