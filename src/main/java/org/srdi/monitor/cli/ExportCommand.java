package org.srdi.monitor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.publication.Exports;

@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Parameters(paramLabel = "WHAT", descriptionKey = "export.what")
	private Exports.Kind what = Exports.Kind.INDICATORS;

	@Option(names = "--period", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--format", required = true, paramLabel = "csv|json", descriptionKey = "export.format")
	private Exports.Format format = Exports.Format.CSV;

	@Option(names = "--out", paramLabel = "FILE", descriptionKey = "export.out")
	private @Nullable Path out;

	ExportCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws IOException {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		try (Application application = Application.start(this.settings)) {
			Exports exports = application.get(Exports.class);
			if (this.out == null) {
				exports.write(this.what, this.period, this.format, Console.bytes());
			}
			else {
				write(exports, this.period, this.out.toAbsolutePath());
			}
			return ExitCode.DONE;
		}
	}

	/** A file that is there is whole. */
	private void write(Exports exports, ReportingPeriod month, Path file) throws IOException {
		Path folder = file.getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		Path part = file.resolveSibling(file.getFileName() + ".part");
		try (OutputStream stream = Files.newOutputStream(part)) {
			exports.write(this.what, month, this.format, stream);
		}
		Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		this.console.warn("export.written", file);
	}

}
