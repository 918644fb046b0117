package org.srdi.monitor.core;

import java.util.concurrent.CountDownLatch;

/** Tells whether a thread was left alone. */
public final class Undisturbed {

	private Undisturbed() {
	}

	/** Waits, and returns whether nobody interrupted this thread meanwhile. */
	public static boolean until(CountDownLatch latch) {
		try {
			latch.await();
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
