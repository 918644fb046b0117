package org.srdi.monitor.indicator;

import org.srdi.monitor.deadline.Timeliness;
import org.srdi.monitor.definition.Definitions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Wires the indicators. */
@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

	@Bean
	Indicators indicators(NamedParameterJdbcTemplate jdbc, TransactionOperations transactions, Definitions definitions,
			Timeliness timeliness) {
		return new Indicators(jdbc, transactions, definitions, timeliness);
	}

}
