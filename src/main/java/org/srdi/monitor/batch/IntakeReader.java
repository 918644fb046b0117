package org.srdi.monitor.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.transaction.support.TransactionOperations;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.submission.FoundFile;
import org.srdi.monitor.submission.FoundReport;
import org.srdi.monitor.submission.Inbox;
import org.srdi.monitor.submission.IntakeFiles;
import org.srdi.monitor.submission.ReportFile;
import org.srdi.monitor.core.Progress;

/**
 * Takes the files of the inbox in and hands on what is found in them, in the order of
 * their arrival. Small files are read ahead on other threads while those before them are
 * stored; a large consolidated workbook is read here, some rows at a time, so that it
 * never lies in memory as a whole.
 */
class IntakeReader implements ItemStreamReader<FoundFile> {

	private static final long LARGE = 64 * 1024;

	private static final int ROWS = 50;

	/** Small files that are read, or being read, before they are asked for. */
	private static final int AHEAD = 200;

	private final IntakeFiles files;

	private final FileParser parser;

	private final AsyncTaskExecutor threads;

	private final TransactionOperations transactions;

	private final Inbox inbox;

	private final String runId;

	private final @Nullable ReportingPeriod period;

	private final Progress progress;

	private Iterator<IntakeFiles.Waiting> waiting = Collections.emptyIterator();

	private final Deque<Next> ahead = new ArrayDeque<>();

	private IntakeFiles.@Nullable Waiting large;

	private ReportFile.@Nullable Opened opened;

	private Iterator<FoundReport> rows = Collections.emptyIterator();

	IntakeReader(IntakeFiles files, FileParser parser, AsyncTaskExecutor threads, TransactionOperations transactions,
			Inbox inbox, String runId, @Nullable ReportingPeriod period, Progress progress) {
		this.files = files;
		this.parser = parser;
		this.threads = threads;
		this.transactions = transactions;
		this.inbox = inbox;
		this.runId = runId;
		this.period = period;
		this.progress = progress;
	}

	/**
	 * A file on its way.
	 *
	 * @param small what will be found in it; null for a large one
	 */
	private record Next(IntakeFiles.Waiting file, @Nullable Future<FoundFile> small) {

	}

	@Override
	public void open(ExecutionContext context) {
		// in a transaction, so that only the owner of the run does it
		this.transactions.executeWithoutResult((transaction) -> this.files.adopt(this.runId));
		this.files.takeIn(this.inbox, this.runId, this.period);
		List<IntakeFiles.Waiting> all = this.files.waiting();
		this.waiting = all.iterator();
		this.progress.begin("ingest-reports", all.size());
	}

	@Override
	public @Nullable FoundFile read() {
		if (this.large != null) {
			return nextRows(this.large);
		}
		while (this.ahead.size() < AHEAD && this.waiting.hasNext()) {
			this.ahead.add(start(this.waiting.next()));
		}
		Next next = this.ahead.poll();
		if (next == null) {
			return null;
		}
		return (next.small() != null) ? found(next.small()) : openLarge(next.file());
	}

	private Next start(IntakeFiles.Waiting file) {
		return new Next(file, (file.size() < LARGE) ? this.threads.submit(() -> this.parser.parse(file)) : null);
	}

	private static FoundFile found(Future<FoundFile> small) {
		try {
			return small.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a file is read", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A file cannot be read for a reason that is not in it", ex.getCause());
		}
	}

	private FoundFile openLarge(IntakeFiles.Waiting file) {
		try {
			ReportFile.Opened candidate = this.parser.open(file);
			if (!candidate.isConsolidated()) {
				candidate.close();
				return this.parser.parse(file);
			}
			this.opened = candidate;
			candidate.reports().forEachRemaining((report) -> {
				// to its end before any row is stored: a file that breaks off has none
			});
			this.large = file;
			this.rows = candidate.reports();
			return nextRows(file);
		}
		catch (RuntimeException ex) {
			leaveLarge();
			return this.parser.unreadable(file, ex);
		}
	}

	private FoundFile nextRows(IntakeFiles.Waiting file) {
		List<FoundReport> some = new ArrayList<>();
		try {
			while (some.size() < ROWS && this.rows.hasNext()) {
				some.add(this.rows.next());
			}
		}
		catch (RuntimeException ex) {
			leaveLarge();
			return this.parser.unreadable(file, ex);
		}
		boolean last = !this.rows.hasNext();
		if (last) {
			leaveLarge();
		}
		return this.parser.found(file, some, last);
	}

	private void leaveLarge() {
		if (this.opened != null) {
			this.opened.close();
		}
		this.opened = null;
		this.large = null;
		this.rows = Collections.emptyIterator();
	}

	@Override
	public void close() {
		leaveLarge();
		for (Next next : this.ahead) {
			if (next.small() != null) {
				next.small().cancel(false);
			}
		}
		this.ahead.clear();
	}

}
