package org.srdi.monitor.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import org.srdi.monitor.core.Texts;

/**
 * Says what is wrong with the words of a command, and what was expected: what an option
 * takes is told by its label, so converters need no words of their own.
 */
final class Misuse implements CommandLine.IParameterExceptionHandler {

	private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

	private final Console console;

	private final ResourceBundle texts;

	Misuse(Console console) {
		this.console = console;
		this.texts = Texts.bundle("cli", console.locale());
	}

	@Override
	public int handleParseException(CommandLine.ParameterException failure, String[] arguments) {
		this.console.err().println(text(failure));
		this.console.warn("usage.hint", failure.getCommandLine().getCommandSpec().qualifiedName());
		return ExitCode.BAD_INPUT;
	}

	private String text(CommandLine.ParameterException failure) {
		if (failure instanceof CommandLine.MissingParameterException missing) {
			boolean choice = missing.getMissing().stream().anyMatch(Misuse::isOneOfSeveral);
			return this.console.text(choice ? "misuse.one-of" : "misuse.missing", names(missing.getMissing()));
		}
		if (failure instanceof CommandLine.UnmatchedArgumentException unknown) {
			List<String> meant = unknown.getSuggestions();
			return this.console.text("misuse.unknown", String.join(" ", unknown.getUnmatched()))
					+ (meant.isEmpty() ? "" : this.console.text("misuse.meant", String.join(" ", meant)));
		}
		if (failure instanceof CommandLine.OverwrittenOptionException) {
			return this.console.text("misuse.twice", options(failure));
		}
		if (failure instanceof CommandLine.MutuallyExclusiveArgsException) {
			return this.console.text("misuse.only-one", options(failure));
		}
		ArgSpec argument = failure.getArgSpec();
		return (argument != null && failure.getValue() != null)
				? this.console.text("misuse.value", name(argument), failure.getValue(), expected(argument))
				: String.valueOf(failure.getMessage());
	}

	/** Picocli names them in its message only. */
	private static String options(CommandLine.ParameterException failure) {
		return OPTION.matcher(String.valueOf(failure.getMessage()))
			.results()
			.map(MatchResult::group)
			.distinct()
			.collect(Collectors.joining(" "));
	}

	private static boolean isOneOfSeveral(ArgSpec argument) {
		return argument.group() != null && argument.group().exclusive();
	}

	private static String names(Collection<ArgSpec> arguments) {
		return arguments.stream()
			.map((one) -> takesValue(one) ? name(one) + "=" + one.paramLabel() : name(one))
			.collect(Collectors.joining(" "));
	}

	private static boolean takesValue(ArgSpec argument) {
		return argument.isOption() && argument.arity().max() > 0;
	}

	private static String name(ArgSpec argument) {
		return (argument instanceof OptionSpec option) ? option.longestName() : argument.paramLabel();
	}

	private String expected(ArgSpec argument) {
		if (argument.type().isEnum()) {
			return Arrays.stream(argument.type().getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(" "));
		}
		String key = "expected." + argument.paramLabel();
		if (this.texts.containsKey(key)) {
			return this.texts.getString(key);
		}
		return Number.class.isAssignableFrom(argument.type()) || argument.type().isPrimitive()
				? this.texts.getString("expected.number") : argument.paramLabel();
	}

}
