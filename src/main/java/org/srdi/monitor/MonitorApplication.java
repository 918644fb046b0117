package org.srdi.monitor;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.modulith.Modulithic;

import org.srdi.monitor.core.StoredTime;

/**
 * Watches over the SRDI enterprises of a province. Each module has its configuration,
 * found by its name, so that a start need not look into every class.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(resourcePattern = "**/*Configuration.class")
@EnableConfigurationProperties(BusinessClockProperties.class)
@Modulithic(systemName = "srdi-monitor", sharedModules = "core")
public class MonitorApplication {

	/** Returns the clock of the business, which rehearsals and the demo set. */
	@Bean
	Clock businessClock(BusinessClockProperties properties) {
		Instant asOf = properties.asOf();
		return (asOf != null) ? Clock.fixed(asOf, StoredTime.ZONE) : Clock.system(StoredTime.ZONE);
	}

	/** Returns the clock of the machine, for leases and the settling of files. */
	@Bean
	InstantSource machineClock() {
		return InstantSource.system();
	}

}
