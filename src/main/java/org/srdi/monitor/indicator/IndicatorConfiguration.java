package org.srdi.monitor.indicator;

import org.srdi.monitor.definition.Definitions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the indicators. */
@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

	@Bean
	Indicators indicators(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactionManager,
			Definitions definitions) {
		return new Indicators(jdbc, new TransactionTemplate(transactionManager), definitions);
	}

}
