package org.srdi.monitor.definition.reading;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.WatchDefinition;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionService;

/** Turns the texts of the files into values of the domain. */
final class Conversions {

	static final ConversionService SERVICE = create();

	private Conversions() {
	}

	private static ConversionService create() {
		ApplicationConversionService service = new ApplicationConversionService();
		service.addConverter(Object.class, FieldCode.class, (value) -> FieldCode.of(value.toString()));
		service.addConverter(Object.class, FigureKey.class, (value) -> FigureKey.parse(value.toString()));
		service.addConverter(Object.class, Span.class, (value) -> Span.parse(value.toString()));
		service.addConverter(Object.class, ReportingPeriod.class, (value) -> ReportingPeriod.parse(value.toString()));
		service.addConverter(Object.class, ZoneId.class, (value) -> ZoneId.of(value.toString()));
		service.addConverter(Object.class, LocalTime.class, Conversions::time);
		service.addConverter(Object.class, WatchDefinition.By.class,
				(value) -> WatchDefinition.By.parse(value.toString()));
		return service;
	}

	/** Unquoted, YAML takes 10:00 for the number 600. */
	private static LocalTime time(Object value) {
		if (value instanceof String text && text.matches("\\d\\d:\\d\\d")) {
			return LocalTime.parse(text);
		}
		throw new IllegalArgumentException("'" + value + "' is no time: expected hours and minutes, as in \"09:00\"");
	}

	/** Returns the words for what would have been right in a value of that type. */
	static Words expected(@Nullable Class<?> type) {
		if (type == null) {
			return Words.of("expected.other");
		}
		if (type != Span.class && type.isEnum()) {
			return Words.of("expected.one-of", constants(type));
		}
		if (type.isRecord() && type != FieldCode.class && type != FigureKey.class && type != ReportingPeriod.class
				&& type != WatchDefinition.By.class) {
			return Words.of("expected.keys");
		}
		return Words.of("expected." + kind(type));
	}

	private static String kind(Class<?> type) {
		if (type == BigDecimal.class) {
			return "number";
		}
		if (type == int.class || type == Integer.class) {
			return "whole-number";
		}
		return switch (type.getSimpleName()) {
			case "boolean" -> "yes-no";
			case "FieldCode" -> "field";
			case "FigureKey" -> "figure";
			case "Span" -> "span";
			case "ReportingPeriod" -> "period";
			case "ZoneId" -> "zone";
			case "LocalTime" -> "time";
			case "By" -> "by";
			case "Duration" -> "duration";
			default -> "other";
		};
	}

	private static String constants(Class<?> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Returns what stands in a list for an element that cannot be read, so that the ones
	 * after it are read; null where the type has no stand-in.
	 */
	static @Nullable Object standIn(@Nullable Class<?> type) {
		if (type == FieldCode.class) {
			return FieldCode.of("unreadable");
		}
		if (type == FigureKey.class) {
			return FigureKey.of("unreadable", Span.M);
		}
		return (type == Span.class) ? Span.M : null;
	}

}
