package org.srdi.monitor.target;

import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.Titles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Wires flags and regional progress. */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

	@Bean
	Flags flags(NamedParameterJdbcTemplate jdbc, Definitions definitions) {
		return new Flags(jdbc, definitions);
	}

	@Bean
	RegionalProgress regionalProgress(NamedParameterJdbcTemplate jdbc, TransactionOperations transactions,
			Titles titles, Definitions definitions) {
		return new RegionalProgress(jdbc, transactions, titles, definitions);
	}

}
