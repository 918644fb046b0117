package org.srdi.monitor.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;

/**
 * Notes down which file comes in when and what ought to become of it, and dates the files
 * accordingly.
 */
final class Ledger implements AutoCloseable {

	private final Path folder;

	private final CsvFile arrivals;

	private final CsvFile verdicts;

	private int files;

	/** Begins for a folder that has {@code inbox} and {@code expected}. */
	Ledger(Path folder) {
		this.folder = folder;
		this.arrivals = new CsvFile(folder.resolve("arrivals.csv"), "file", "arrived_at");
		this.verdicts = new CsvFile(folder.resolve("expected/verdicts.csv"), "file", "verdict", "rule", "place", "cell",
				"note");
	}

	/** Returns how many files of the inbox were noted down. */
	int files() {
		return this.files;
	}

	/** Notes down a file of the inbox. */
	void enter(Delivery delivery) {
		announce(delivery.file(), delivery.arrival());
		date(delivery.file(), delivery.arrival());
		this.verdicts.row(delivery.file().getFileName(), delivery.verdict(), delivery.rule(), delivery.place(),
				delivery.cell(), delivery.note());
		this.files++;
	}

	/** Notes down when a file comes in that is still to be written. */
	void announce(Path file, OffsetDateTime arrival) {
		this.arrivals.row(this.folder.relativize(file).toString().replace('\\', '/'), arrival);
	}

	/** Dates a file. */
	void date(Path file, OffsetDateTime arrival) {
		try {
			Files.setLastModifiedTime(file, FileTime.from(arrival.toInstant()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.arrivals.close();
		this.verdicts.close();
	}

}
