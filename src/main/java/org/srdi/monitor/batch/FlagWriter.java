package org.srdi.monitor.batch;

import java.util.List;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.target.Flags;
import org.srdi.monitor.core.Progress;

/** Judges enterprises against their plans, many at once. */
class FlagWriter implements ItemWriter<Long> {

	private final Flags flags;

	private final ReportingPeriod period;

	private final Progress progress;

	FlagWriter(Flags flags, ReportingPeriod period, Progress progress) {
		this.flags = flags;
		this.period = period;
		this.progress = progress;
	}

	@Override
	public void write(Chunk<? extends Long> firms) {
		List<Long> ids = List.copyOf(firms.getItems());
		this.flags.store(this.flags.judge(this.period, ids));
		this.progress.advance(ids.size());
	}

}
