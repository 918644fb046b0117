package org.srdi.monitor.observability;

import java.util.List;
import java.util.stream.Stream;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** How good the figures are, told beside them. */
final class Quality {

	private static final Measure COMPLETE = measure("srdi_figures_complete",
			"1 if all figures could be read when they were read last, otherwise 0, as when the database is away.");

	private static final Measure READ_AT = measure("srdi_figures_read_timestamp_seconds",
			"When the figures were read last, in seconds since 1970.");

	private static final Measure FAILURES = new Measure("srdi_figures_failures_total", Measure.Kind.COUNTER,
			"How often a figure could not be read since this process started.", List.of(), Measure.Pace.QUICK,
			(moment) -> List.of());

	private Quality() {
	}

	private static Measure measure(String name, String help) {
		return Measure.gauge(name, help, (moment) -> List.of());
	}

	static List<Measure> measures() {
		return List.of(COMPLETE, READ_AT, FAILURES);
	}

	static Stream<MetricSnapshot> of(Readings.State state) {
		return Stream.of(snapshot(COMPLETE, state.complete() ? 1 : 0),
				snapshot(READ_AT, Moment.seconds(state.readAt())), snapshot(FAILURES, (double) state.failures()));
	}

	private static MetricSnapshot snapshot(Measure measure, double value) {
		return MetricsExport.snapshot(measure, List.of(Sample.of(value)));
	}

}
