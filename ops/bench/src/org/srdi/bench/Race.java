package org.srdi.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;

/**
 * Lets contenders read the same files in turn, round by round, so that whatever else the
 * machine does meets all of them, and compares the medians.
 */
final class Race {

	private static final OperatingSystemMXBean MACHINE = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private final String unit;

	private final List<Path> files;

	/** How many units, files or rows, one lap has. */
	private final long units;

	private final int threads;

	private final Map<Contender, List<Lap>> laps = new LinkedHashMap<>();

	private final Map<Contender, String> dropouts = new LinkedHashMap<>();

	private long sink;

	/**
	 * Prepares a race.
	 * @param unit what is counted: files or rows
	 * @param perFile how many of them a file has
	 */
	Race(String unit, List<Path> files, long perFile, int threads) {
		this.unit = unit;
		this.files = files;
		this.units = files.size() * perFile;
		this.threads = threads;
	}

	/** Runs a round that does not count, then the rounds that do. */
	Race run(List<Contender> contenders, int rounds) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(this.threads);
		try {
			for (int round = 0; round <= rounds; round++) {
				for (Contender contender : contenders) {
					if (!this.dropouts.containsKey(contender)) {
						lap(contender, pool, round > 0);
					}
				}
			}
			return this;
		}
		finally {
			pool.shutdown();
		}
	}

	private void lap(Contender contender, ExecutorService pool, boolean counts) throws Exception {
		System.gc(); // nobody pays for the garbage of another
		long start = System.nanoTime();
		long cpu = MACHINE.getProcessCpuTime();
		try {
			read(contender, pool);
		}
		catch (OutOfMemoryError ex) {
			this.dropouts.put(contender, "out of memory with " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB");
			return;
		}
		Lap lap = new Lap(System.nanoTime() - start, MACHINE.getProcessCpuTime() - cpu);
		if (counts) {
			this.laps.computeIfAbsent(contender, (missing) -> new ArrayList<>()).add(lap);
		}
	}

	private void read(Contender contender, ExecutorService pool) throws Exception {
		AtomicInteger next = new AtomicInteger();
		Callable<Long> reading = () -> {
			long cells = 0;
			for (int i = next.getAndIncrement(); i < this.files.size(); i = next.getAndIncrement()) {
				cells += contender.read(this.files.get(i));
			}
			return cells;
		};
		for (Future<Long> part : pool.invokeAll(Collections.nCopies(this.threads, reading))) {
			try {
				this.sink += part.get();
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof OutOfMemoryError error) {
					throw error;
				}
				throw ex;
			}
		}
	}

	/** Prints medians, and ratios to the first contender in CPU time. */
	void print(PrintStream out) {
		out.printf("%n%,d %s, %d thread%s, medians of rounds in turn (checksum %x)%n", this.units, this.unit,
				this.threads, (this.threads > 1) ? "s" : "", this.sink);
		out.printf("%-20s %14s %18s %26s%n", "", this.unit + "/s", "CPU us/" + this.unit.replaceFirst("s$", ""),
				"CPU against srdi-monitor");
		double ours = cpu(this.laps.values().iterator().next());
		this.laps.forEach((contender, all) -> {
			if (!this.dropouts.containsKey(contender)) {
				out.printf("%-20s %,14.0f %,18.1f %25.2fx%n", contender.name(), this.units / (wall(all) / 1e9),
						cpu(all) / 1e3 / this.units, cpu(all) / ours);
			}
		});
		this.dropouts.forEach((contender, why) -> out.printf("%-20s %s%n", contender.name(), why));
	}

	private static double wall(List<Lap> laps) {
		return median(laps.stream().map(Lap::wall).toList());
	}

	private static double cpu(List<Lap> laps) {
		return median(laps.stream().map(Lap::cpu).toList());
	}

	private static double median(List<Long> values) {
		List<Long> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
	}

	/**
	 * One contender through all files.
	 *
	 * @param wall how long it took, in ns
	 * @param cpu what all threads of the process worked meanwhile, in ns
	 */
	private record Lap(long wall, long cpu) {

	}

}
