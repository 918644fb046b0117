package org.srdi.monitor.observability;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Tells Prometheus the figures, and how good they are. */
final class MetricsExport implements MultiCollector {

	private final Readings readings;

	MetricsExport(Readings readings) {
		this.readings = readings;
	}

	@Override
	public MetricSnapshots collect() {
		Readings.State state = this.readings.current();
		Stream<MetricSnapshot> measures = this.readings.measures()
			.stream()
			.filter((measure) -> state.samples().containsKey(measure.name()))
			.map((measure) -> snapshot(measure, state.samples()));
		return new MetricSnapshots(Stream.concat(measures, Quality.of(state)).toList());
	}

	private static MetricSnapshot snapshot(Measure measure, Map<String, List<Sample>> samples) {
		return snapshot(measure, samples.getOrDefault(measure.name(), List.of()));
	}

	static MetricSnapshot snapshot(Measure measure, List<Sample> samples) {
		return switch (measure.kind()) {
			case GAUGE -> gauge(measure, samples);
			case COUNTER -> counter(measure, samples);
			case INFO -> info(measure, samples);
		};
	}

	private static MetricSnapshot gauge(Measure measure, List<Sample> samples) {
		GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(measure.name()).help(measure.help());
		for (Sample sample : samples) {
			gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
				.labels(labels(measure, sample))
				.value(sample.value())
				.build());
		}
		return gauge.build();
	}

	private static MetricSnapshot counter(Measure measure, List<Sample> samples) {
		CounterSnapshot.Builder counter = CounterSnapshot.builder()
			.name(measure.name().replaceFirst("_total$", ""))
			.help(measure.help());
		for (Sample sample : samples) {
			counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
				.labels(labels(measure, sample))
				.value(sample.value())
				.build());
		}
		return counter.build();
	}

	private static MetricSnapshot info(Measure measure, List<Sample> samples) {
		InfoSnapshot.Builder info = InfoSnapshot.builder()
			.name(measure.name().replaceFirst("_info$", ""))
			.help(measure.help());
		for (Sample sample : samples) {
			info.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder().labels(labels(measure, sample)).build());
		}
		return info.build();
	}

	private static Labels labels(Measure measure, Sample sample) {
		return Labels.of(measure.labels(), sample.labels());
	}

}
