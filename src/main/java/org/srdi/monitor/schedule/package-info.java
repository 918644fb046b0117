/**
 * What runs by itself: the schedules of {@code job.yaml} in the job store of Quartz. The
 * only user of Quartz.
 */
@ApplicationModule(displayName = "Schedule",
		allowedDependencies = { "core", "definition", "deadline", "submission", "notice", "watch", "reminder",
				"batch" })
@NullMarked
package org.srdi.monitor.schedule;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
