package org.srdi.monitor.notice;

/** A way letters get out: a mail server, or a folder. */
interface WayOut {

	/** Returns its name: {@code smtp} or {@code eml}. */
	String name();

	/** Says where it leads, for people. */
	String description();

	/** Returns the Message-ID a letter has on this way. */
	String messageId(Letter letter);

	/** Opens it for some letters; nothing need be connected yet. */
	Passage open();

	/** A way out as long as it is open. */
	interface Passage extends AutoCloseable {

		/**
		 * Hands a letter over. When it returns, the other side has taken it.
		 * @throws UndeliveredException if it did not get out
		 */
		Letter.Receipt send(Letter letter) throws UndeliveredException;

		/** Closes it; never fails. */
		@Override
		void close();

	}

}
