package org.srdi.monitor.observability;

import java.util.List;

import org.srdi.monitor.submission.Inbox;

/** What waits, and for how long. */
final class QueueMeasures {

	static final String LENGTH = "srdi_queue_length";

	static final String AGE = "srdi_queue_oldest_age_seconds";

	static final String INBOX = "srdi_inbox_files";

	static final String INBOX_AGE = "srdi_inbox_oldest_age_seconds";

	private static final String[] QUEUES = { "files", "reports", "answers" };

	private QueueMeasures() {
	}

	static List<Measure> of(Queries queries, Inbox inbox) {
		return List.of(
				Measure.gauge(INBOX, "Files that wait in the inbox.", (moment) -> List.of(Sample.of(inbox.count())))
					.slow(),
				Measure
					.gauge(INBOX_AGE, "How long the oldest of them has been waiting; 0 if there is none.",
							(moment) -> List.of(Sample.of(inbox.oldest().map(moment::secondsSince).orElse(0.0))))
					.slow(),
				Measure
					.gauge(LENGTH, "What waits inside: files to be read, reports to be checked, files to be answered.",
							queries.counts("""
									SELECT 'files', COUNT(*) FROM intake_file WHERE state = 'CLAIMED'
									UNION ALL SELECT 'reports', COUNT(*) FROM submission WHERE state = 'RECEIVED'
									UNION ALL SELECT 'answers', COUNT(*) FROM intake_file WHERE answered = FALSE
									""", QUEUES))
					.by("queue"),
				Measure.gauge(AGE, "How long the oldest of them has been waiting; 0 if there is none.", queries.ages("""
						SELECT 'files', MIN(received_at) FROM intake_file WHERE state = 'CLAIMED'
						UNION ALL SELECT 'reports', MIN(received_at) FROM submission WHERE state = 'RECEIVED'
						UNION ALL SELECT 'answers', MIN(received_at) FROM intake_file WHERE answered = FALSE
						""", QUEUES)).by("queue"));
	}

}
