package org.srdi.monitor.cli;

import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * The months of an option: 2025-03..2025-06, both included, or a single one.
 *
 * @param first the first
 * @param last the last, not before the first
 */
record PeriodsOption(ReportingPeriod first, ReportingPeriod last) {

	List<ReportingPeriod> all() {
		return Stream.iterate(this.first, (period) -> !period.isAfter(this.last), ReportingPeriod::next).toList();
	}

	/** Reads the option. */
	static final class Converter implements ITypeConverter<PeriodsOption> {

		@Override
		public PeriodsOption convert(String text) {
			String[] ends = text.strip().split("\\.\\.", -1);
			try {
				ReportingPeriod first = ReportingPeriod.parse(ends[0]);
				ReportingPeriod last = (ends.length == 2) ? ReportingPeriod.parse(ends[1]) : first;
				if (ends.length <= 2 && !last.isBefore(first)) {
					return new PeriodsOption(first, last);
				}
			}
			catch (IllegalArgumentException ex) {
				// told below, with the whole of the text
			}
			throw new TypeConversionException(text);
		}

	}

}
