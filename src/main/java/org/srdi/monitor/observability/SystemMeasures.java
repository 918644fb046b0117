package org.srdi.monitor.observability;

import java.util.List;

import org.srdi.monitor.database.DatabaseStatus;
import org.srdi.monitor.database.Schema;

/** The program, its schema, its disk and its calendar. */
final class SystemMeasures {

	private SystemMeasures() {
	}

	static List<Measure> of(Schema schema, DataDirectory directory, ObservabilityProperties properties) {
		return List.of(program(schema),
				Measure.gauge("srdi_data_dir_free_bytes", "Free space of the data directory.",
						(moment) -> List.of(Sample.of((double) directory.freeBytes()))),
				Measure.gauge("srdi_data_dir_min_free_bytes",
						"The free space below which the service is not ready (srdi.observability.min-free-space).",
						(moment) -> List.of(Sample.of((double) properties.minFreeSpace().toBytes()))),
				deadlines());
	}

	private static Measure program(Schema schema) {
		return new Measure("srdi_build_info", Measure.Kind.INFO,
				"Which program, schema and database this is; always 1.", List.of("version", "schema_version", "engine"),
				Measure.Pace.SLOW, (moment) -> List.of(build(schema.status())));
	}

	private static Sample build(DatabaseStatus status) {
		String version = SystemMeasures.class.getPackage().getImplementationVersion();
		return Sample.of(1, (version != null) ? version : "unpackaged", status.schemaVersion(), status.engine());
	}

	private static Measure deadlines() {
		return Measure.gauge("srdi_period_due_timestamp_seconds",
				"The deadline of the due period and of the one being collected, in seconds since 1970.",
				(moment) -> List.of(Sample.of(Moment.seconds(moment.dueAt()), "due", moment.due().toString()), Sample
					.of(Moment.seconds(moment.collectingUntil()), "collecting", moment.collecting().toString())))
			.by("stage", "period");
	}

}
