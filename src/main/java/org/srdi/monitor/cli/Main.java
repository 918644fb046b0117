package org.srdi.monitor.cli;

import java.util.Locale;
import java.util.TimeZone;

import picocli.CommandLine;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Texts;

/** Runs the command that the arguments name. */
public final class Main {

	private Main() {
	}

	/** Runs a command and leaves with its exit code. */
	public static void main(String[] arguments) {
		// Spring Batch stores local times
		TimeZone.setDefault(TimeZone.getTimeZone(StoredTime.ZONE));
		System.setProperty("java.awt.headless", "true");
		Ending ending = Ending.install(Application::closeAll);
		ending.exit(run(Console.of(locale(arguments)), arguments));
	}

	/** Runs a command and returns its exit code. */
	static int run(Console console, String... arguments) {
		CommandLine commands = new CommandLine(new MonitorCommand(), new ConsoleFactory(console));
		commands.setResourceBundle(Texts.bundle("cli", console.locale()));
		commands.setOut(console.out());
		commands.setErr(console.err());
		commands.setUsageHelpAutoWidth(true);
		commands.setCaseInsensitiveEnumValuesAllowed(true);
		commands.setExecutionExceptionHandler(new Failures(console));
		commands.setParameterExceptionHandler(new Misuse(console));
		return commands.execute(arguments);
	}

	/** The language is needed before the arguments are parsed: help is written in it. */
	private static Locale locale(String... arguments) {
		String language = System.getenv("SRDI_LANG");
		for (int i = 0; i < arguments.length; i++) {
			language = language(arguments, i, language);
		}
		return "en".equals(language) ? Locale.ENGLISH : Locale.CHINA;
	}

	private static @Nullable String language(String[] arguments, int i, @Nullable String before) {
		if (arguments[i].startsWith("--lang=")) {
			return arguments[i].substring("--lang=".length());
		}
		return "--lang".equals(arguments[i]) && i + 1 < arguments.length ? arguments[i + 1] : before;
	}

}
