package org.srdi.monitor.database;

import java.time.Duration;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchemaProperties.class)
class DatabaseConfiguration {

	@Bean
	static Gate gate(ObjectProvider<JdbcConnectionDetails> connection) {
		return new Gate(() -> connection.getObject().getJdbcUrl());
	}

	@Bean
	Server server(DataSource dataSource, JdbcConnectionDetails connection) {
		return Server.of(dataSource, connection.getJdbcUrl());
	}

	@Bean
	Schema schema(Flyway flyway, Server server) {
		return new Schema(flyway, server);
	}

	@Bean
	SchemaHealthIndicator schemaHealthIndicator(Schema schema) {
		return new SchemaHealthIndicator(schema);
	}

	/** The embedded database is brought up to date, a served one only looked at. */
	@Bean
	FlywayMigrationStrategy onStart(Server server, DataSource dataSource, SchemaProperties properties) {
		return (flyway) -> {
			JdbcClient jdbc = JdbcClient.create(dataSource);
			if (server.isMySql()) {
				new Privileges(jdbc).demandAll(server);
			}
			Schema schema = new Schema(flyway, server);
			if (properties.migrate()) {
				schema.migrate();
			}
			else {
				schema.demandCurrent();
			}
			schema.demandNoHalfMove(jdbc);
		};
	}

	/** Whoever lost a lock to another tries again, a little later each time. */
	@Bean
	RetryOperations lockRetries() {
		return new RetryTemplate(RetryPolicy.builder()
			.includes(PessimisticLockingFailureException.class)
			.maxRetries(8)
			.delay(Duration.ofMillis(20))
			.multiplier(2)
			.jitter(Duration.ofMillis(20))
			.maxDelay(Duration.ofSeconds(2))
			.build());
	}

	@Bean
	TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager,
			RetryOperations lockRetries) {
		return new RetryingTransactionTemplate(transactionManager, lockRetries);
	}

}
