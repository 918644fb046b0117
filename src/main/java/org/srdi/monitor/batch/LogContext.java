package org.srdi.monitor.batch;

import java.util.Map;

import org.slf4j.MDC;

import org.springframework.core.task.TaskDecorator;

/** Says in every line of the log which run, job, period and step it belongs to. */
final class LogContext {

	private static final String RUN = "run";

	private static final String JOB = "job";

	private static final String PERIOD = "period";

	private static final String STEP = "step";

	private LogContext() {
	}

	static void enter(RunRecords.Run run) {
		MDC.put(RUN, run.id());
		MDC.put(JOB, run.job());
		if (run.period() != null) {
			MDC.put(PERIOD, run.period().toString());
		}
	}

	static void leave() {
		MDC.remove(RUN);
		MDC.remove(JOB);
		MDC.remove(PERIOD);
	}

	static void enterStep(String step) {
		MDC.put(STEP, step);
	}

	static void leaveStep() {
		MDC.remove(STEP);
	}

	/** Takes the context along to the threads of a pool. */
	static TaskDecorator decorator() {
		return (task) -> {
			Map<String, String> context = MDC.getCopyOfContextMap();
			return () -> {
				MDC.setContextMap((context != null) ? context : Map.of());
				try {
					task.run();
				}
				finally {
					MDC.clear();
				}
			};
		};
	}

}
