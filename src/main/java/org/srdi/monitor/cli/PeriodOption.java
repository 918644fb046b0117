package org.srdi.monitor.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import org.srdi.monitor.core.ReportingPeriod;

/** Reads the month of an option. */
final class PeriodOption implements ITypeConverter<ReportingPeriod> {

	@Override
	public ReportingPeriod convert(String text) {
		try {
			return ReportingPeriod.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new TypeConversionException(text);
		}
	}

}
