package org.srdi.monitor;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

import org.srdi.monitor.core.StoredTime;

/** Watches over the SRDI enterprises of a province. */
@SpringBootApplication(proxyBeanMethods = false)
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
