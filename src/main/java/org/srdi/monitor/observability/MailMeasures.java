package org.srdi.monitor.observability;

import java.util.List;

/** What became of the mails. */
final class MailMeasures {

	static final String AGE = "srdi_mail_oldest_due_age_seconds";

	static final String DELIVERIES = "srdi_mail_deliveries";

	private MailMeasures() {
	}

	static List<Measure> of(Queries queries) {
		return List.of(Measure
			.gauge(DELIVERIES, "Deliveries that are not over: queued, sending, failed (tried again) or given_up.",
					queries.counts("""
							SELECT LOWER(state), COUNT(*) FROM notice_delivery
							WHERE state IN ('QUEUED', 'SENDING', 'FAILED', 'GIVEN_UP') GROUP BY state
							""", "queued", "sending", "failed", "given_up"))
			.by("state"),
				Measure.counter("srdi_mail_sent_total", "Deliveries that were sent, or written as .eml files.",
						queries.rows("SELECT COUNT(*) FROM notice_delivery WHERE state = 'SENT'")),
				Measure.gauge(AGE, "How long the oldest delivery is overdue; 0 if none is. Quiet hours do not count.",
						queries.age("""
								SELECT MIN(next_attempt_at) FROM notice_delivery
								WHERE state IN ('QUEUED', 'FAILED') AND next_attempt_at <= :now
								""")),
				Measure.gauge("srdi_mail_server_failures",
						"How often in a row the mail server could not be reached; 0 if it can.",
						queries.rows("SELECT COALESCE(MAX(failures), 0) FROM notice_channel")));
	}

}
