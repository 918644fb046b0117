package org.srdi.monitor.definition.reading;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.WatchDefinition;
import org.srdi.monitor.definition.WatchDefinition.Expectation;
import org.srdi.monitor.definition.WatchDefinition.What;

/** Checks what {@code expectations.yaml} means. */
final class WatchCheck {

	private static final String BY = ".by";

	private static final String WITHIN = ".within";

	private static final String SCHEDULE = ".schedule";

	private static final Duration LEAST = Duration.ofMinutes(1);

	private static final Duration GREATEST = Duration.ofDays(366);

	private final YamlFile file;

	private WatchCheck(YamlFile file) {
		this.file = file;
	}

	/**
	 * Checks the expectations.
	 * @param job the schedules; null if they could not be read, then every one passes
	 */
	static void check(YamlFile file, WatchDefinition watch, @Nullable JobDefinition job) {
		WatchCheck check = new WatchCheck(file);
		Codes codes = new Codes(file);
		for (int i = 0; i < watch.expectations().size(); i++) {
			String path = "expectations[" + i + "]";
			Expectation expectation = watch.expectations().get(i);
			codes.add(path + ".code", expectation.code());
			if (expectation.what() != null) {
				check.checkTime(path, expectation);
				check.checkSchedule(path, expectation, job);
			}
		}
	}

	private void checkTime(String path, Expectation expectation) {
		What what = expectation.what();
		boolean timed = this.file.isLeaf(path + BY);
		if (what.isMonthly()) {
			demand(path, BY, timed);
			refuse(path, WITHIN);
		}
		else if (what != What.SCHEDULE_RAN) {
			demand(path, WITHIN, this.file.isLeaf(path + WITHIN));
			refuse(path, BY);
		}
		else if (timed == this.file.isLeaf(path + WITHIN)) {
			this.file.mistake(path, "watch.by-or-within");
		}
		if (expectation.by() != null && expectation.by().isMonthly() != what.isMonthly()) {
			this.file.mistake(path + BY, what.isMonthly() ? "watch.by-not-monthly" : "watch.by-not-daily",
					String.valueOf(this.file.value(path + BY)));
		}
		checkWithin(path, expectation.within());
	}

	private void checkWithin(String path, @Nullable Duration within) {
		if (within != null && (within.compareTo(LEAST) < 0 || within.compareTo(GREATEST) > 0)) {
			this.file.mistake(path + WITHIN, "out-of-range", "within", String.valueOf(this.file.value(path + WITHIN)),
					"1m", "366d");
		}
	}

	private void checkSchedule(String path, Expectation expectation, @Nullable JobDefinition job) {
		if (expectation.what() != What.SCHEDULE_RAN) {
			refuse(path, SCHEDULE);
			return;
		}
		demand(path, SCHEDULE, this.file.isLeaf(path + SCHEDULE));
		if (expectation.schedule() != null && job != null) {
			List<String> known = job.schedules().stream().map((schedule) -> String.valueOf(schedule.code())).toList();
			if (!known.contains(expectation.schedule())) {
				this.file.mistake(path + SCHEDULE, "watch.unknown-schedule", expectation.schedule(),
						String.join(", ", known));
			}
		}
	}

	private void demand(String path, String key, boolean there) {
		if (!there) {
			this.file.mistake(path, "missing", key.substring(1));
		}
	}

	private void refuse(String path, String key) {
		if (this.file.isLeaf(path + key)) {
			this.file.mistake(path + key, "watch.no-use", key.substring(1),
					String.valueOf(this.file.value(path + ".what")));
		}
	}

}
