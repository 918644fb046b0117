package org.srdi.monitor.batch;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import org.srdi.monitor.core.Progress;
import org.srdi.monitor.submission.Answers;

/** Hands on the files that wait for their answer. */
class AnswerReader implements ItemStreamReader<Long> {

	private final Answers answers;

	private final Progress progress;

	private Iterator<Long> waiting = Collections.emptyIterator();

	AnswerReader(Answers answers, Progress progress) {
		this.answers = answers;
		this.progress = progress;
	}

	@Override
	public void open(ExecutionContext context) {
		List<Long> files = this.answers.waiting();
		this.waiting = files.iterator();
		this.progress.begin("answer-reports", files.size());
	}

	@Override
	public @Nullable Long read() {
		return this.waiting.hasNext() ? this.waiting.next() : null;
	}

}
