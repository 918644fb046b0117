package org.srdi.monitor.deadline;

import java.util.Locale;
import java.util.Map;

import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition.OnTime;
import org.srdi.monitor.definition.JobDefinition.Roll;
import org.srdi.monitor.definition.ShippedDefinitions;

/** The shipped definitions with another calendar. */
final class Calendars {

	private static final Definitions SHIPPED = ShippedDefinitions.load();

	private Calendars() {
	}

	static Definitions shipped() {
		return SHIPPED;
	}

	static Definitions due(int day, int monthOffset, Roll roll) {
		return ShippedDefinitions.loadWithValues(Map.of("due-day", String.valueOf(day), "due-month-offset",
				String.valueOf(monthOffset), "roll", key(roll)));
	}

	static Definitions grace(int days, boolean onTime, OnTime clock) {
		return ShippedDefinitions.loadWithValues(Map.of("grace-days", String.valueOf(days), "grace-on-time",
				String.valueOf(onTime), "on-time", key(clock)));
	}

	private static String key(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
