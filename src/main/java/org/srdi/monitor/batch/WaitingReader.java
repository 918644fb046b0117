package org.srdi.monitor.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.core.Progress;

/** Reads the versions that wait to be checked, earlier months first, page by page. */
class WaitingReader implements ItemStreamReader<Submissions.Waiting> {

	private static final int PAGE = 200;

	private final Submissions submissions;

	private final Progress progress;

	private final Deque<Submissions.Waiting> page = new ArrayDeque<>();

	private List<Long> ids = List.of();

	private int next;

	WaitingReader(Submissions submissions, Progress progress) {
		this.submissions = submissions;
		this.progress = progress;
	}

	@Override
	public void open(ExecutionContext context) {
		this.ids = this.submissions.waiting();
		this.next = 0;
		this.page.clear();
		this.progress.begin("check-reports", this.ids.size());
	}

	@Override
	public Submissions.@Nullable Waiting read() {
		if (this.page.isEmpty() && this.next < this.ids.size()) {
			int end = Math.min(this.next + PAGE, this.ids.size());
			this.page.addAll(this.submissions.find(this.ids.subList(this.next, end)));
			this.next = end;
		}
		return this.page.poll();
	}

}
