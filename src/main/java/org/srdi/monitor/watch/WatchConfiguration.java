package org.srdi.monitor.watch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.Watched;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Outbox;

/** Wires the watch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchProperties.class)
class WatchConfiguration {

	@Bean
	Alerts alerts(Outbox outbox, Contacts contacts, Definitions definitions) {
		return new Alerts(outbox, contacts, new RegionCode(definitions.job().province()), definitions.watch());
	}

	@Bean
	Watch watch(JdbcClient jdbc, Definitions definitions, Alerts alerts, Deadlines deadlines,
			TransactionOperations transactions, WatchProperties properties) {
		JobDefinition job = definitions.job();
		Lookout lookout = new Lookout(jdbc, new Watched(job, definitions.watch()), properties.backupFolder());
		Standing standing = new Standing(jdbc);
		SignOfLife signOfLife = new SignOfLife(jdbc, standing, alerts, deadlines, definitions.watch().alive());
		return new Watch(lookout, standing, alerts, signOfLife, transactions, properties.catchUp(),
				job.calendar().zone());
	}

}
