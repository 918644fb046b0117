package org.srdi.monitor.batch;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionOperations;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.target.Flags;
import org.srdi.monitor.core.Progress;

/** Reads the enterprises that have a plan, after clearing what was judged before. */
class FirmReader implements ItemStreamReader<Long> {

	private final Flags flags;

	private final ReportingPeriod period;

	private final TransactionOperations transactions;

	private final Progress progress;

	private Iterator<Long> firms = Collections.emptyIterator();

	FirmReader(Flags flags, ReportingPeriod period, TransactionOperations transactions, Progress progress) {
		this.flags = flags;
		this.period = period;
		this.transactions = transactions;
		this.progress = progress;
	}

	@Override
	public void open(ExecutionContext context) {
		// in a transaction, so that only the owner of the run does it
		this.transactions.executeWithoutResult((transaction) -> this.flags.delete(this.period));
		List<Long> all = this.flags.firms(this.period);
		this.firms = all.iterator();
		this.progress.begin("flag-targets", all.size());
	}

	@Override
	public @Nullable Long read() {
		return this.firms.hasNext() ? this.firms.next() : null;
	}

}
