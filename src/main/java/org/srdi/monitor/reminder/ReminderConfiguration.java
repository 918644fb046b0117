package org.srdi.monitor.reminder;

import java.time.Clock;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.indicator.Weights;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.register.Rosters;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires calls and reminders. */
@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {

	/** Revenue weighs, also where no indicator is about it. */
	private static final FigureKey REVENUE = FigureKey.parse("operating_revenue.ytd");

	@Bean
	OwedQuery owedQuery(JdbcClient jdbc, Rosters rosters, Definitions definitions) {
		return new OwedQuery(jdbc, rosters, Weights.figure(definitions.indicators()).orElse(REVENUE));
	}

	@Bean
	Calls calls(OwedQuery owed, Deadlines deadlines, Definitions definitions, Clock clock) {
		return new Calls(owed, deadlines, definitions, clock);
	}

	@Bean
	CallSheet callSheet(Definitions definitions) {
		return new CallSheet(definitions.regions(), definitions.job().calendar().zone());
	}

	@Bean
	Reminders reminders(Calls calls, Deadlines deadlines, Contacts contacts, Outbox outbox,
			NamedParameterJdbcOperations jdbc, TransactionOperations transactions, Definitions definitions,
			CallSheet sheet, Clock clock) {
		return new Reminders(calls, deadlines, contacts, outbox, new Told(jdbc), transactions, definitions, sheet,
				clock);
	}

}
