package org.srdi.monitor.deadline;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.definition.Definitions;

/** Wires the deadlines. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

	@Bean
	Extensions extensions(JdbcClient jdbc) {
		return new Extensions(jdbc);
	}

	@Bean
	Deadlines deadlines(JdbcClient jdbc, Extensions extensions, Definitions definitions, Clock businessClock) {
		return new Deadlines(new DeadlineTable(jdbc), extensions, new OutageTable(jdbc), definitions, businessClock);
	}

}
