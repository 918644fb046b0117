package org.srdi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets each contender read in a JVM of its own with little heap. */
final class Heap {

	private static final int MINUTES = 20;

	private final String heap;

	private final Path work;

	Heap(String heap, Path work) {
		this.heap = heap;
		this.work = work;
	}

	/** Prints the peaks of all contenders over these files. */
	void print(PrintStream out, String what, List<Path> files) throws IOException, InterruptedException {
		Path list = this.work.resolve("heap-files.txt");
		Files.write(list, files.stream().map(Path::toString).toList(), StandardCharsets.UTF_8);
		out.printf("%nPeak heap over %s with -Xmx%s, a JVM each%n", what, this.heap);
		for (Contender contender : Contenders.all()) {
			out.printf("%-20s %s%n", contender.name(), probe(contender.name(), list));
		}
	}

	private String probe(String name, Path list) throws IOException, InterruptedException {
		Path output = this.work.resolve("heap-output.txt");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + this.heap, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				Heap.class.getName(), name, list.toString())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			return "gave up after " + MINUTES + " minutes";
		}
		List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
		return lines.isEmpty() ? "ended with " + process.exitValue() : lines.get(lines.size() - 1);
	}

	/** Reads the files of a list in this JVM and prints its peak. */
	public static void main(String[] arguments) throws Exception {
		Contender contender = Contenders.named(arguments[0]);
		List<Path> files = new ArrayList<>();
		Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8).forEach((line) -> files.add(Path.of(line)));
		long start = System.nanoTime();
		String result;
		try {
			for (Path file : files) {
				contender.read(file);
			}
			result = "%,6d MiB, %.1f s".formatted(peak() >> 20, (System.nanoTime() - start) / 1e9);
		}
		catch (OutOfMemoryError ex) {
			result = "out of memory";
		}
		System.out.println(result);
		System.exit(0); // whatever threads a contender left behind
	}

	/** Returns the peak of the heap in bytes, garbage included. */
	private static long peak() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
	}

}
