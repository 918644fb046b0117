package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.time.InstantSource;

import org.srdi.monitor.submission.Inbox;
import org.srdi.monitor.submission.SubmissionProperties;

/** Opens inboxes by their folder. */
final class Inboxes {

	private final SubmissionProperties properties;

	private final InstantSource machineClock;

	Inboxes(SubmissionProperties properties, InstantSource machineClock) {
		this.properties = properties;
		this.machineClock = machineClock;
	}

	Inbox open(Path folder) {
		return new Inbox(folder, this.properties.settling(), this.machineClock);
	}

	boolean isEmpty(Path folder) {
		return count(folder) == 0;
	}

	int count(Path folder) {
		return open(folder).count();
	}

}
