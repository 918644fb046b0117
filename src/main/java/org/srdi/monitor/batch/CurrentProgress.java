package org.srdi.monitor.batch;

import org.srdi.monitor.core.Progress;

/** Hands what the steps tell to whoever watches the run that is under way. */
final class CurrentProgress implements Progress {

	private volatile Progress watcher = Progress.NONE;

	void watch(Progress watcher) {
		this.watcher = watcher;
	}

	@Override
	public void begin(String step, long total) {
		this.watcher.begin(step, total);
	}

	@Override
	public void advance(long items) {
		this.watcher.advance(items);
	}

	@Override
	public void end(String step) {
		this.watcher.end(step);
	}

}
