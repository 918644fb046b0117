package org.srdi.monitor.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import org.srdi.monitor.core.ReportingPeriod;

/** Reads the quarter of an option, as its last month. */
final class QuarterOption implements ITypeConverter<ReportingPeriod> {

	private static final Pattern TEXT = Pattern.compile("(\\d{4})-?[Qq]([1-4])");

	@Override
	public ReportingPeriod convert(String text) {
		Matcher matcher = TEXT.matcher(text.strip());
		if (!matcher.matches()) {
			throw new TypeConversionException(text);
		}
		return ReportingPeriod.of(Integer.parseInt(matcher.group(1)), 3 * Integer.parseInt(matcher.group(2)));
	}

}
