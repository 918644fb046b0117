package org.srdi.monitor.publication;

import java.time.Clock;

import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.indicator.Indicators;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.register.Titles;
import org.srdi.monitor.target.RegionalProgress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires publications and exports. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

	@Bean
	RollupWorkbook rollupWorkbook(JdbcClient jdbc, Definitions definitions, Indicators indicators,
			RegionalProgress progress, Titles titles) {
		return new RollupWorkbook(jdbc, definitions, indicators, progress, titles);
	}

	@Bean
	Publications publications(JdbcClient jdbc, Definitions definitions, Indicators indicators, RollupWorkbook workbook,
			Clock clock) {
		Headlines headlines = new Headlines(indicators, definitions, new Reporting(jdbc), new FlagTable(jdbc));
		return new Publications(jdbc, definitions, headlines, workbook, clock);
	}

	@Bean
	Circulation circulation(Definitions definitions, Publications publications, RollupWorkbook workbook,
			Contacts contacts, Outbox outbox) {
		return new Circulation(definitions, publications, workbook, contacts, outbox);
	}

	@Bean
	Exports exports(JdbcClient jdbc) {
		return new Exports(jdbc);
	}

}
