package org.srdi.monitor.deadline;

import java.time.Clock;
import java.time.OffsetDateTime;

import javax.sql.DataSource;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.ReferenceLists;

/** Deadlines over emptied tables, at any time and under any calendar. */
final class Office {

	final JdbcClient jdbc;

	final TransactionTemplate transactions;

	Office() {
		DataSource dataSource = TestDatabase.emptied();
		this.jdbc = JdbcClient.create(dataSource);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		new ReferenceLists(new NamedParameterJdbcTemplate(dataSource)).sync(Calendars.shipped().regions(),
				Calendars.shipped().industries());
	}

	static Clock clock(String local) {
		return Clock.fixed(OffsetDateTime.parse(local + "+08:00").toInstant(), StoredTime.ZONE);
	}

	Deadlines deadlines(String now, Definitions definitions) {
		return new Deadlines(new DeadlineTable(this.jdbc), new Extensions(this.jdbc), new OutageTable(this.jdbc),
				definitions, clock(now));
	}

	long count(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
	}

}
