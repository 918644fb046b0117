package org.srdi.monitor.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;

/** Shows a bar per step where somebody watches, otherwise a line when a step is over. */
final class ConsoleProgress implements Progress {

	private static final int WIDTH = 76;

	private final Console console;

	private @Nullable ProgressBar bar;

	private long done;

	ConsoleProgress(Console console) {
		this.console = console;
	}

	@Override
	public void begin(String step, long total) {
		this.done = 0;
		if (this.console.terminal()) {
			this.bar = new ProgressBarBuilder().setTaskName(this.console.text("step." + step))
				.setInitialMax(Math.max(total, 1))
				.setStyle(ProgressBarStyle.UNICODE_BLOCK)
				.setConsumer(new ConsoleProgressBarConsumer(Console.bars(), WIDTH))
				.hideEta()
				.build();
		}
	}

	@Override
	public void advance(long items) {
		this.done += items;
		if (this.bar != null) {
			this.bar.stepBy(items);
		}
	}

	@Override
	public void end(String step) {
		if (this.bar != null) {
			this.bar.stepTo(this.bar.getMax());
			this.bar.close();
			this.bar = null;
		}
		else {
			this.console.warn((this.done > 0) ? "step.over" : "step.over.uncounted", this.console.text("step." + step),
					this.done);
		}
	}

}
