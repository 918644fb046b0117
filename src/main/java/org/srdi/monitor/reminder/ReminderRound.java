package org.srdi.monitor.reminder;

import java.util.List;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * What was, or would be, done at one stage of one month.
 *
 * @param period the month
 * @param stage the stage, as named in job.yaml
 * @param missing how many missing reports are at that stage
 * @param mails how many mails are new
 * @param uncontacted the enterprises without a contact to remind, by name
 * @param untold the enterprises nobody at all can be reminded of, by name
 */
public record ReminderRound(ReportingPeriod period, String stage, int missing, int mails, List<String> uncontacted,
		List<String> untold) {

}
