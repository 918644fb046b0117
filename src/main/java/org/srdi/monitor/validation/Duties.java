package org.srdi.monitor.validation;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * Tells what must not be blank in a report.
 *
 * @param status how the enterprise operates
 * @param calendar the calendar of the form
 */
record Duties(Status status, Calendar calendar) {

	Duty of(Report report) {
		ReportingPeriod period = Calendar.periodOf(report);
		return new Duty(this.status.isNormal(report), period != null && period.endsQuarter(),
				period != null && this.calendar.coversTwoMonths(period));
	}

}
