package org.srdi.monitor;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;

/** Watches over the SRDI enterprises of a province. */
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "srdi-monitor", sharedModules = "core")
public class MonitorApplication {

	/**
	 * Returns the clock of the business, which rehearsals and the demo set.
	 * @param asOf the instant it stands at; null for the time it really is
	 */
	@Bean
	Clock businessClock(@Value("${srdi.as-of:#{null}}") @Nullable Instant asOf) {
		return (asOf != null) ? Clock.fixed(asOf, StoredTime.ZONE) : Clock.system(StoredTime.ZONE);
	}

	/** Returns the clock of the machine, for leases and the settling of files. */
	@Bean
	InstantSource machineClock() {
		return InstantSource.system();
	}

}
