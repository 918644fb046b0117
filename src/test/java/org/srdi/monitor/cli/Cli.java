package org.srdi.monitor.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Runs commands as a person would, in this process or in one that can be killed. */
final class Cli {

	private final Path dataDir;

	Cli(Path dataDir) {
		this.dataDir = dataDir;
	}

	/**
	 * Returns an empty folder that outlives the test, because H2 lets go of its files a
	 * moment late.
	 */
	static Path newFolder() {
		try {
			return Files.createDirectories(Path.of("target", "commands", UUID.randomUUID().toString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Runs a command in this process. */
	Answer run(String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), Locale.CHINA, false);
		int code = Main.run(console, with(arguments).toArray(String[]::new));
		return new Answer(code, out.toString(), err.toString());
	}

	/** Starts a command in a process of its own. */
	Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-cp",
						System.getProperty("java.class.path"), Main.class.getName()));
		command.addAll(with(arguments));
		File output = this.dataDir.resolveSibling("process-" + System.nanoTime() + ".txt").toFile();
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
	}

	private List<String> with(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--data-dir");
		all.add(this.dataDir.toString());
		return all;
	}

	/** Returns what an export writes. */
	String export(String what, String period) {
		Path file = this.dataDir.resolveSibling("export-" + System.nanoTime());
		Answer answer = run("export", what, "--period", period, "--format", "csv", "--out", file.toString());
		if (answer.code() != 0) {
			throw new IllegalStateException(answer.toString());
		}
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a command answered.
	 *
	 * @param code its exit code
	 * @param out its answer
	 * @param err its errors and progress
	 */
	record Answer(int code, String out, String err) {

	}

}
