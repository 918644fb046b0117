package org.srdi.monitor.register;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the register. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

	@Bean
	ReferenceLists referenceLists(NamedParameterJdbcOperations jdbc) {
		return new ReferenceLists(jdbc);
	}

	@Bean
	Enterprises enterprises(JdbcClient jdbc) {
		return new Enterprises(jdbc);
	}

	@Bean
	Titles titles(JdbcClient jdbc) {
		return new Titles(jdbc);
	}

	@Bean
	Rosters rosters(JdbcClient jdbc, TransactionOperations transactions) {
		return new Rosters(jdbc, transactions);
	}

	@Bean
	YearlyPlans yearlyPlans(NamedParameterJdbcOperations jdbc) {
		return new YearlyPlans(jdbc);
	}

	@Bean
	RegisterImport registerImport(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
		return new RegisterImport(jdbc, transactions);
	}

	@Bean
	PlanImport planImport(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
		return new PlanImport(jdbc, transactions);
	}

	@Bean
	RegisterChanges registerChanges(JdbcClient jdbc) {
		return new RegisterChanges(jdbc);
	}

}
