package org.srdi.monitor.core;

/** Is told how far some long work has come. */
public interface Progress {

	/** Nobody wants to know. */
	Progress NONE = new Progress() {

		@Override
		public void begin(String step, long total) {
		}

		@Override
		public void advance(long items) {
		}

		@Override
		public void end(String step) {
		}

	};

	/** A step begins with so many items before it; 0 where nobody knows. */
	void begin(String step, long total);

	/** So many more items are done. */
	void advance(long items);

	/** The step is over. */
	void end(String step);

}
