package org.srdi.monitor.definition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how a month is worked off ({@code job.yaml}).
 *
 * @param code its name
 * @param province the region code of the province it is about
 * @param calendar the deadlines
 * @param schedules what runs by itself
 * @param paces the yearly targets of enterprises and when they count as behind
 * @param stockNested whether a tier's stock counts the tiers above it, too
 * @param coverageMark the coverage in % below which a figure is marked
 * @param coverageGoal the coverage by revenue in % that calls work towards
 * @param reminders when and whom missing reports are reminded of, the earliest first
 * @param notices when people are not to be disturbed
 */
public record JobDefinition(String code, String province, Calendar calendar, @DefaultValue List<Schedule> schedules,
		@DefaultValue List<Pace> paces, boolean stockNested, BigDecimal coverageMark,
		@DefaultValue("97.5") BigDecimal coverageGoal, @DefaultValue List<Reminder> reminders,
		@DefaultValue Notices notices) {

	/**
	 * The deadlines of the form.
	 *
	 * @param zone the time zone of all of them
	 * @param firstPeriod the first month there is
	 * @param january whether January is reported by itself or together with February
	 * @param openDay the day from whose beginning a month may be reported
	 * @param openMonthOffset the month that day lies in: 0 for the reported month itself
	 * @param dueDay the day reports are due, to its end
	 * @param dueMonthOffset 0 for the reported month itself, 1 for the month after
	 * @param roll what happens if the due day is no working day
	 * @param graceDays how many days after its deadline a month is still waited for
	 * @param graceOnTime whether a report within the days of grace is on time
	 * @param onTime what must have come in for a report to be on time
	 * @param outageWindow how long before a deadline an outage of ours counts
	 * @param outageLimit how long an outage may be for a deadline to move without anybody
	 * asking for it
	 * @param lockMonths how many months after its deadline a month is locked
	 */
	public record Calendar(ZoneId zone, ReportingPeriod firstPeriod, January january, @DefaultValue("1") int openDay,
			@DefaultValue("0") int openMonthOffset, int dueDay, int dueMonthOffset, @DefaultValue("none") Roll roll,
			@DefaultValue("0") int graceDays, @DefaultValue("false") boolean graceOnTime,
			@DefaultValue("first-accepted") OnTime onTime, @DefaultValue("6h") Duration outageWindow,
			@DefaultValue("72h") Duration outageLimit, int lockMonths) {

		/**
		 * Returns the end of the day a period is due, as it is named: before it rolls
		 * over days that are not worked, and without what outages gave back. What holds
		 * is stored, see the package {@code deadline}.
		 */
		public Instant due(ReportingPeriod period) {
			ReportingPeriod month = period.plus(this.dueMonthOffset);
			int day = Math.min(this.dueDay, month.lastDay().getDayOfMonth());
			return month.month().atDay(day).plusDays(1).atStartOfDay(this.zone).toInstant();
		}

		/** Returns whether a month is reported by itself: merged, January is not. */
		public boolean isReported(ReportingPeriod period) {
			return this.january == January.SEPARATE || period.months() != 1;
		}

		/** Returns the month an instant falls into. */
		public ReportingPeriod periodOf(Instant instant) {
			return ReportingPeriod.of(instant.atZone(this.zone).toLocalDate());
		}

	}

	/** What happens to a deadline on a day that is not worked. */
	public enum Roll {

		/** Nothing: the deadline stays. */
		NONE,
		/** It moves to the first working day after it. */
		NEXT_WORKING_DAY,
		/** It moves to the last working day before it. */
		PREVIOUS_WORKING_DAY

	}

	/** Which of its clocks decides whether the report of an enterprise is on time. */
	public enum OnTime {

		/** When anything came in for the first time, accepted or not. */
		FIRST_ARRIVAL,
		/** When the version came in that was the first to be accepted. */
		FIRST_ACCEPTED

	}

	/** How January is reported. */
	public enum January {

		/** Twelve periods a year. */
		SEPARATE,
		/** Eleven periods a year: 02 covers January and February. */
		MERGED

	}

	/**
	 * Something that runs by itself while the application serves.
	 *
	 * @param code its name
	 * @param action what is done
	 * @param cron when, as a Quartz cron expression
	 * @param misfire what happens to times that were missed
	 * @param zone the time zone of its times; null for the calendar's
	 * @param enabled whether it runs at all
	 */
	public record Schedule(String code, Action action, String cron, Misfire misfire, @Nullable ZoneId zone,
			@DefaultValue("true") boolean enabled) {

	}

	/** What a schedule does. */
	public enum Action {

		/** Takes in and checks what lies in the inbox. */
		INGEST,
		/** Works off each month that has fallen due, once and in order. */
		CLOSE_MONTH,
		/** Assesses each quarter whose last month was worked off, once and in order. */
		ASSESS_QUARTER,
		/** Takes in what waits, and checks that nothing got lost or changed. */
		CHECK_NIGHTLY,
		/** Removes what nobody needs any more from tables and folders. */
		HOUSEKEEP,
		/** Looks what did not happen that had to. */
		WATCH,
		/** Sends the notices that are due. */
		SEND_NOTICES,
		/** Puts the reminders of missing reports that are due into the outbox. */
		REMIND,
		/** Lets runs go on that broke off. */
		RECOVER

	}

	/** What happens to times that were missed. */
	public enum Misfire {

		/** One run makes up for all of them; what goes by period does each missed one. */
		CATCH_UP_ONCE,
		/** Nothing; what goes by period leaves out those that were missed. */
		SKIP

	}

	/**
	 * A yearly target of enterprises and when they count as behind it.
	 *
	 * @param measure its name in plans, as in revenue
	 * @param label its Chinese label
	 * @param labelEn its English label
	 * @param figure the cumulative figure that works towards it
	 * @param amber behind (amber) if actual / path is below this
	 * @param red far behind (red) if actual / path is below this
	 */
	public record Pace(String measure, String label, String labelEn, FigureKey figure, BigDecimal amber,
			BigDecimal red) {

	}

	/**
	 * A stage of reminding (催报).
	 *
	 * @param code its name, as in T-5
	 * @param days how many days after the day the enterprise's own report is due;
	 * negative before
	 * @param time the time of that day
	 * @param to who is reminded
	 */
	public record Reminder(String code, int days, LocalTime time, @DefaultValue List<Audience> to) {

		/** Returns the instant this stage begins for a report that is due then. */
		public Instant at(Instant due, ZoneId zone) {
			// a report due at 24:00 is due on the day that ends there
			LocalDate day = due.minusNanos(1).atZone(zone).toLocalDate();
			return day.plusDays(this.days).atTime(this.time).atZone(zone).toInstant();
		}

	}

	/** Who is reminded of a missing report. */
	public enum Audience {

		/** The enterprise itself. */
		ENTERPRISE,
		/** Who is responsible for its county. */
		COUNTY,
		/** Who is responsible for its city. */
		CITY,
		/** Who is responsible for the province. */
		PROVINCE

	}

	/**
	 * When notices go out.
	 *
	 * @param quietHours when only urgent ones do; null if all do at any time
	 * @param urgent the kinds that go out at any time: rollup, reminder, alert
	 */
	public record Notices(@Nullable QuietHours quietHours, @DefaultValue List<String> urgent) {

	}

	/**
	 * When people are not to be disturbed, by the clock of the calendar's zone.
	 *
	 * @param from when that begins
	 * @param to when it is over, on the next day if that is not later
	 */
	public record QuietHours(LocalTime from, LocalTime to) {

		/** Returns whether a time is within. */
		public boolean contains(LocalTime time) {
			boolean begun = !time.isBefore(this.from);
			boolean over = !time.isBefore(this.to);
			return this.from.isBefore(this.to) ? begun && !over : begun || !over;
		}

	}

}
