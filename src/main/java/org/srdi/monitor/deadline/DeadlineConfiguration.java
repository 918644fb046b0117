package org.srdi.monitor.deadline;

import java.time.Clock;
import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.srdi.monitor.definition.Definitions;

/** Wires the deadlines. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

	@Bean
	DeadlineTable deadlineTable(JdbcClient jdbc) {
		return new DeadlineTable(jdbc);
	}

	@Bean
	ExtensionTable extensionTable(JdbcClient jdbc) {
		return new ExtensionTable(jdbc);
	}

	@Bean
	OutageTable outageTable(JdbcClient jdbc) {
		return new OutageTable(jdbc);
	}

	@Bean
	Deadlines deadlines(DeadlineTable table, ExtensionTable extensions, OutageTable outages, Definitions definitions,
			Clock businessClock) {
		return new Deadlines(table, extensions, outages, definitions, businessClock);
	}

	@Bean
	Extensions extensions(ExtensionTable table, OutageTable outages, Deadlines deadlines,
			TransactionOperations transactions, Clock businessClock) {
		return new Extensions(table, outages, deadlines, transactions, businessClock);
	}

	@Bean
	Outages outages(OutageTable table, DeadlineTable deadlineTable, ExtensionTable extensions, Deadlines deadlines,
			Definitions definitions, TransactionOperations transactions, Clock businessClock) {
		return new Outages(table, deadlineTable, extensions, deadlines, definitions.job().calendar().outageLimit(),
				transactions, businessClock);
	}

	@Bean
	Heartbeat heartbeat(JdbcClient jdbc, Outages outages, TransactionOperations transactions,
			InstantSource machineClock) {
		return new Heartbeat(jdbc, outages, transactions, machineClock, System::nanoTime, Heartbeat.thisNode());
	}

	@Bean
	Timeliness timeliness(JdbcClient jdbc, Deadlines deadlines) {
		return new Timeliness(jdbc, deadlines);
	}

}
