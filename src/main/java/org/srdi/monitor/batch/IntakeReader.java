package org.srdi.monitor.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.submission.FoundFile;
import org.srdi.monitor.submission.FoundReport;
import org.srdi.monitor.submission.Inbox;
import org.srdi.monitor.submission.IntakeFiles;
import org.srdi.monitor.submission.ReportFile;
import org.srdi.monitor.core.Progress;

/**
 * Takes the files of the inbox in and hands them on in the order of their arrival. Small
 * files go on as they are, to be read in parallel; a large consolidated workbook is read
 * here, some rows at a time, so that it never lies in memory as a whole.
 */
class IntakeReader implements ItemStreamReader<IntakePart> {

	private static final long LARGE = 64 * 1024;

	private static final int ROWS = 100;

	private final IntakeFiles files;

	private final FileParser parser;

	private final Inbox inbox;

	private final String runId;

	private final @Nullable ReportingPeriod period;

	private final Progress progress;

	private Iterator<IntakeFiles.Waiting> waiting = Collections.emptyIterator();

	private IntakeFiles.@Nullable Waiting large;

	private ReportFile.@Nullable Opened opened;

	private Iterator<FoundReport> rows = Collections.emptyIterator();

	IntakeReader(IntakeFiles files, FileParser parser, Inbox inbox, String runId, @Nullable ReportingPeriod period,
			Progress progress) {
		this.files = files;
		this.parser = parser;
		this.inbox = inbox;
		this.runId = runId;
		this.period = period;
		this.progress = progress;
	}

	@Override
	public void open(ExecutionContext context) {
		this.files.adopt(this.runId);
		this.files.takeIn(this.inbox, this.runId, this.period);
		List<IntakeFiles.Waiting> all = this.files.waiting();
		this.waiting = all.iterator();
		this.progress.begin("ingest-reports", all.size());
	}

	@Override
	public @Nullable IntakePart read() {
		if (this.large != null) {
			return nextRows(this.large);
		}
		if (!this.waiting.hasNext()) {
			return null;
		}
		IntakeFiles.Waiting file = this.waiting.next();
		return (file.size() < LARGE) ? new IntakePart(file, null) : openLarge(file);
	}

	private IntakePart openLarge(IntakeFiles.Waiting file) {
		try {
			ReportFile.Opened candidate = this.parser.open(file);
			if (!candidate.isConsolidated()) {
				candidate.close();
				return new IntakePart(file, null);
			}
			this.opened = candidate;
			candidate.reports().forEachRemaining((report) -> {
				// read to its end before any row is stored: a file that breaks off has
				// none
			});
			this.large = file;
			this.rows = candidate.reports();
			return nextRows(file);
		}
		catch (RuntimeException ex) {
			close();
			return new IntakePart(file, this.parser.unreadable(file, ex));
		}
	}

	private IntakePart nextRows(IntakeFiles.Waiting file) {
		List<FoundReport> some = new ArrayList<>();
		try {
			while (some.size() < ROWS && this.rows.hasNext()) {
				some.add(this.rows.next());
			}
		}
		catch (RuntimeException ex) {
			close();
			return new IntakePart(file, this.parser.unreadable(file, ex));
		}
		boolean last = !this.rows.hasNext();
		if (last) {
			close();
		}
		return new IntakePart(file, new FoundFile(file, some, last, null));
	}

	@Override
	public void close() {
		if (this.opened != null) {
			this.opened.close();
		}
		this.opened = null;
		this.large = null;
		this.rows = Collections.emptyIterator();
	}

}
