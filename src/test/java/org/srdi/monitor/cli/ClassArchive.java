package org.srdi.monitor.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The classes of the libraries as the virtual machine needs them, laid down once per
 * build: processes start in two thirds of the time with it. Only jars can be in it, and
 * the class path must begin with them. Whoever starts a process first makes it; until it
 * is there the others go without.
 */
final class ClassArchive {

	private static final Path FOLDER = Path.of("target", "class-archive");

	private static final Path ARCHIVE = FOLDER.resolve("libraries.jsa");

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private ClassArchive() {
	}

	/** Returns what to start a virtual machine with, but for the class to run. */
	static List<String> java(String... options) {
		make();
		List<String> command = new ArrayList<>(List.of(JAVA));
		command.addAll(List.of(options));
		if (Files.exists(ARCHIVE)) {
			command.add("-XX:SharedArchiveFile=" + ARCHIVE.toAbsolutePath());
		}
		command.addAll(List.of("-cp", classPath()));
		return command;
	}

	private static void make() {
		try {
			Files.createDirectory(FOLDER);
		}
		catch (FileAlreadyExistsException ex) {
			return;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Path list = FOLDER.resolve("classes.txt");
		Path part = FOLDER.resolve("libraries.part");
		try {
			run("-XX:DumpLoadedClassList=" + list, "-cp", classPath(), Main.class.getName(), "ingest", "--data-dir",
					Cli.newFolder().toString());
			run("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + part, "-cp", jars());
			Files.move(part, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1"));
		command.addAll(List.of(arguments));
		File said = FOLDER.resolve("made.txt").toFile();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
		if (process.waitFor() != 0) {
			throw new IOException(Files.readString(said.toPath()));
		}
	}

	private static String jars() {
		return String.join(File.pathSeparator, entries().stream().filter(ClassArchive::isJar).toList());
	}

	private static String classPath() {
		return String.join(File.pathSeparator,
				entries().stream().sorted(Comparator.comparing((entry) -> !isJar(entry))).toList());
	}

	private static List<String> entries() {
		return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
	}

	private static boolean isJar(String entry) {
		return entry.endsWith(".jar");
	}

}
