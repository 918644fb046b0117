package org.srdi.monitor.register;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
	Rosters rosters(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
		return new Rosters(jdbc, new TransactionTemplate(transactionManager));
	}

	@Bean
	YearlyPlans yearlyPlans(NamedParameterJdbcOperations jdbc) {
		return new YearlyPlans(jdbc);
	}

	@Bean
	RegisterImport registerImport(NamedParameterJdbcOperations jdbc, PlatformTransactionManager transactionManager) {
		return new RegisterImport(jdbc, new TransactionTemplate(transactionManager));
	}

	@Bean
	PlanImport planImport(NamedParameterJdbcOperations jdbc, PlatformTransactionManager transactionManager) {
		return new PlanImport(jdbc, new TransactionTemplate(transactionManager));
	}

	@Bean
	RegisterChanges registerChanges(JdbcClient jdbc) {
		return new RegisterChanges(jdbc);
	}

}
