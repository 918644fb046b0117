package org.srdi.monitor.cli;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

/**
 * Writes answers for programs: periods as 2026-10, instants with the offset of Shanghai,
 * durations in seconds.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.addModule(new SimpleModule().addSerializer(ReportingPeriod.class, new PeriodSerializer())
			.addSerializer(Instant.class, new InstantSerializer())
			.addSerializer(Duration.class, new DurationSerializer()))
		.build();

	private Json() {
	}

	static String of(Object answer) {
		return MAPPER.writeValueAsString(answer);
	}

	private static final class PeriodSerializer extends ValueSerializer<ReportingPeriod> {

		@Override
		public void serialize(ReportingPeriod value, JsonGenerator json, SerializationContext context) {
			json.writeString(value.toString());
		}

	}

	private static final class InstantSerializer extends ValueSerializer<Instant> {

		@Override
		public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
			json.writeString(value.atZone(StoredTime.ZONE).toOffsetDateTime().toString());
		}

	}

	private static final class DurationSerializer extends ValueSerializer<Duration> {

		@Override
		public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
			json.writeNumber(java.math.BigDecimal.valueOf(value.toMillis(), 3));
		}

	}

}
