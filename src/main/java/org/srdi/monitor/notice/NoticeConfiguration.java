package org.srdi.monitor.notice;

import java.time.Clock;
import java.time.InstantSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.srdi.monitor.definition.Definitions;

/** Wires the outbox and the contacts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ OutboxProperties.class, MailProperties.class })
class NoticeConfiguration {

	@Bean
	WayOut wayOut(MailProperties mail, OutboxProperties properties) {
		return MailRoute.of(mail, properties.mails());
	}

	@Bean
	Outbox outbox(JdbcClient jdbc, WayOut wayOut, OutboxProperties properties, Definitions definitions,
			TransactionOperations transactions, Clock businessClock, InstantSource machineClock) {
		Deliveries deliveries = new Deliveries(jdbc, transactions, new Claimant());
		AttachmentFiles files = new AttachmentFiles(properties.dataDir());
		Troubles troubles = new Troubles(jdbc);
		Dispatcher dispatcher = new Dispatcher(deliveries, files, new SentMarkers(properties.sent()), troubles, wayOut,
				definitions.job(), businessClock, machineClock);
		return new Outbox(deliveries, files, troubles, dispatcher, new DeliveryDesk(jdbc), transactions, businessClock,
				machineClock);
	}

	@Bean
	Contacts contacts(JdbcClient jdbc) {
		return new Contacts(jdbc);
	}

	@Bean
	ContactImport contactImport(NamedParameterJdbcOperations jdbc, TransactionOperations transactions,
			Clock businessClock) {
		return new ContactImport(jdbc, transactions, businessClock);
	}

}
