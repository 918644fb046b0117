package org.srdi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.srdi.monitor.cli.IntakeBench;

/** Measures reading or, as {@code intake}, taking in. */
public final class Bench {

	/** Enough to show what stays in memory from file to file. */
	private static final int FILES_FOR_HEAP = 300;

	private final Options options;

	private final PrintStream out;

	private Bench(Options options, PrintStream out) {
		this.options = options;
		this.out = out;
	}

	/** Runs what the arguments ask for. */
	public static void main(String[] arguments) throws Exception {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		boolean intake = arguments.length > 0 && arguments[0].equals("intake");
		String[] rest = (intake || (arguments.length > 0 && arguments[0].equals("read")))
				? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
		Options options = Options.parse(rest);
		out.printf("Java %s, %d processors, heap %d MiB%n", Runtime.version(),
				Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
		if (intake) {
			IntakeBench.run(options, out);
		}
		else {
			new Bench(options, out).read();
		}
		System.exit(0); // whatever threads a contender left behind
	}

	private void read() throws Exception {
		Material material = new Material(this.options.work());
		if (this.options.files() > 0) {
			List<Path> forms = material.forms(this.options.files());
			this.out.printf("%,d form workbooks of %,d bytes in all (示例数据)%n", forms.size(), Material.size(forms));
			race("files", forms, 1, false);
			heap("form workbooks", forms.subList(0, Math.min(forms.size(), FILES_FOR_HEAP)));
		}
		if (this.options.rows() > 0) {
			Path consolidated = material.consolidated(this.options.rows());
			this.out.printf("%na consolidated workbook of %,d rows and 40 columns, %,d bytes (示例数据)%n",
					this.options.rows(), Material.size(List.of(consolidated)));
			race("rows", List.of(consolidated), this.options.rows(), true);
			heap("the consolidated workbook", List.of(consolidated));
		}
	}

	/**
	 * Races on one and on two threads.
	 * @param same whether every thread reads the same file rather than a share of them
	 */
	private void race(String unit, List<Path> files, long perFile, boolean same) throws Exception {
		for (int threads = 1; threads <= 2; threads++) {
			List<Path> laid = same ? Collections.nCopies(threads, files.get(0)) : files;
			new Race(unit, laid, perFile, threads).run(Contenders.all(), this.options.rounds()).print(this.out);
		}
	}

	private void heap(String what, List<Path> files) throws Exception {
		if (!this.options.heap().isEmpty() && !this.options.heap().equals("0")) {
			new Heap(this.options.heap(), this.options.work()).print(this.out, what, files);
		}
	}

}
