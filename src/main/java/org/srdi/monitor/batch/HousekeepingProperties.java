package org.srdi.monitor.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept that nobody needs for ever ({@code srdi.housekeeping.*}).
 *
 * @param keepDays how many days the executions of Spring Batch and the ticks of schedules
 * are kept, at least 7: a run that broke off goes on from them
 * @param keepYears how many years it is kept which periods a schedule has done and which
 * expectations were met, at least 1
 * @param looseDays how many days parts of files and attachments that no notice names may
 * lie about, at least 1
 */
@ConfigurationProperties("srdi.housekeeping")
public record HousekeepingProperties(@DefaultValue("90") int keepDays, @DefaultValue("3") int keepYears,
		@DefaultValue("365") int looseDays) {

	public HousekeepingProperties {
		demand("keep-days", keepDays, 7);
		demand("keep-years", keepYears, 1);
		demand("loose-days", looseDays, 1);
	}

	private static void demand(String name, int value, int least) {
		if (value < least) {
			throw new IllegalArgumentException(
					"srdi.housekeeping.%s is %d: expected %d or more".formatted(name, value, least));
		}
	}

}
