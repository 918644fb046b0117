package org.srdi.monitor.definition.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.JobDefinition.Calendar;
import org.srdi.monitor.definition.JobDefinition.Pace;
import org.srdi.monitor.definition.JobDefinition.Schedule;

/** Checks what {@code job.yaml} means. */
final class JobCheck {

	private static final int MONTHS_OF_OFFSET = 12;

	private static final int MOST_LOCK_MONTHS = 600;

	private static final int MOST_GRACE_DAYS = 60;

	private static final Duration MOST_OUTAGE_WINDOW = Duration.ofDays(7);

	private static final Duration MOST_OUTAGE_LIMIT = Duration.ofDays(31);

	private final YamlFile file;

	private JobCheck(YamlFile file) {
		this.file = file;
	}

	static void check(YamlFile file, JobDefinition job, Figures figures, List<Region> regions) {
		JobCheck check = new JobCheck(file);
		check.checkProvince(job.province(), regions);
		if (job.calendar() != null) {
			check.checkCalendar(job.calendar());
		}
		check.checkSchedules(job.schedules());
		check.checkPaces(job.paces(), figures);
		check.checkShare("coverage-mark", job.coverageMark());
		check.checkShare("coverage-goal", job.coverageGoal());
		ReminderCheck.check(file, job.reminders());
		NoticeCheck.check(file, job.notices());
	}

	private void checkProvince(@Nullable String province, List<Region> regions) {
		boolean known = regions.stream()
			.filter((region) -> region.level() == Region.Level.PROVINCE)
			.anyMatch((region) -> region.code().value().equals(province));
		if (province != null && !known) {
			this.file.mistake("province", "job.unknown-province", province);
		}
	}

	private void checkCalendar(Calendar calendar) {
		checkRange("calendar.open-day", calendar.openDay(), 1, 31);
		checkRange("calendar.open-month-offset", calendar.openMonthOffset(), 0, MONTHS_OF_OFFSET);
		checkRange("calendar.due-day", calendar.dueDay(), 1, 31);
		checkRange("calendar.due-month-offset", calendar.dueMonthOffset(), 0, MONTHS_OF_OFFSET);
		checkRange("calendar.grace-days", calendar.graceDays(), 0, MOST_GRACE_DAYS);
		checkLength("calendar.outage-window", calendar.outageWindow(), MOST_OUTAGE_WINDOW);
		checkLength("calendar.outage-limit", calendar.outageLimit(), MOST_OUTAGE_LIMIT);
		checkRange("calendar.lock-months", calendar.lockMonths(), 0, MOST_LOCK_MONTHS);
		checkOrder(calendar);
	}

	/**
	 * A month has to open before it is due; those of one month are told by their days.
	 */
	private void checkOrder(Calendar calendar) {
		int months = calendar.dueMonthOffset() - calendar.openMonthOffset();
		if (months < 0 || (months == 0 && calendar.dueDay() > 0 && calendar.openDay() > calendar.dueDay())) {
			this.file.mistake("calendar.open-day", "job.opens-after-due", calendar.openDay(),
					calendar.openMonthOffset(), calendar.dueDay(), calendar.dueMonthOffset());
		}
	}

	private void checkLength(String path, @Nullable Duration value, Duration greatest) {
		if (value != null && (value.isNegative() || value.compareTo(greatest) > 0)) {
			this.file.mistake(path, "out-of-range", YamlFile.key(path), String.valueOf(this.file.value(path)), "0h",
					greatest.toHours() + "h");
		}
	}

	private void checkRange(String path, int value, int least, int greatest) {
		if (this.file.isLeaf(path) && (value < least || value > greatest)) {
			this.file.mistake(path, "out-of-range", YamlFile.key(path), value, least, greatest);
		}
	}

	private void checkSchedules(List<Schedule> schedules) {
		Codes codes = new Codes(this.file);
		for (int i = 0; i < schedules.size(); i++) {
			String path = "schedules[" + i + "]";
			Schedule schedule = schedules.get(i);
			codes.add(path + ".code", schedule.code());
			if (schedule.cron() != null && !Cron.isPlausible(schedule.cron())) {
				this.file.mistake(path + ".cron", "job.cron", schedule.cron());
			}
		}
	}

	private void checkPaces(List<Pace> paces, Figures figures) {
		Codes measures = new Codes(this.file);
		for (int i = 0; i < paces.size(); i++) {
			String path = "paces[" + i + "]";
			Pace pace = paces.get(i);
			measures.add(path + ".measure", pace.measure());
			if (pace.figure() != null && figures.check(this.file, path + ".figure", pace.figure())
					&& pace.figure().span() != Span.YTD) {
				this.file.mistake(path + ".figure", "job.pace-not-cumulative", pace.figure());
			}
			checkLimits(path, pace.amber(), pace.red());
		}
	}

	private void checkLimits(String path, @Nullable BigDecimal amber, @Nullable BigDecimal red) {
		if (amber != null && red != null && red.compareTo(amber) > 0) {
			this.file.mistake(path + ".red", "job.red-above-amber", red.toPlainString(), amber.toPlainString());
		}
		if (red != null && red.signum() < 0) {
			this.file.mistake(path + ".red", "negative", "red", red.toPlainString());
		}
	}

	private void checkShare(String path, @Nullable BigDecimal share) {
		if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.valueOf(100)) > 0)) {
			this.file.mistake(path, "out-of-range", path, share.toPlainString(), 0, 100);
		}
	}

}
