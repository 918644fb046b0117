package org.srdi.monitor.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.JobDefinition.Schedule;

/**
 * The schedules of a job.
 *
 * @param job the code of the job
 * @param zone the time zone of the schedules that name none
 * @param schedules the schedules, those that are not enabled, too
 */
record Timetable(String job, ZoneId zone, List<Schedule> schedules) {

	static Timetable of(JobDefinition job) {
		return new Timetable(job.code(), job.calendar().zone(), job.schedules());
	}

	/**
	 * Returns a schedule by its code.
	 * @throws IllegalArgumentException if there is none; it lists those there are
	 */
	Schedule schedule(String code) {
		return find(code).orElseThrow(
				() -> new IllegalArgumentException("There is no schedule '" + code + "'; there are " + codes()));
	}

	Optional<Schedule> find(String code) {
		return this.schedules.stream().filter((schedule) -> schedule.code().equals(code)).findFirst();
	}

	/** Returns the codes as people read them. */
	String codes() {
		return this.schedules.stream().map(Schedule::code).collect(Collectors.joining(", "));
	}

	ZoneId zone(Schedule schedule) {
		return (schedule.zone() != null) ? schedule.zone() : this.zone;
	}

	CronTimes times(Schedule schedule) {
		return new CronTimes(schedule.cron(), zone(schedule));
	}

	/**
	 * Returns when a schedule runs and what becomes of missed times, as people read it.
	 */
	String shown(Schedule schedule) {
		return schedule.cron() + " (" + zone(schedule) + ", "
				+ schedule.misfire().name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
	}

}
