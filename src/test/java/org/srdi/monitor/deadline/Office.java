package org.srdi.monitor.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

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

	private final DeadlineTable table;

	private final ExtensionTable extensionTable;

	private final OutageTable outageTable;

	Office() {
		DataSource dataSource = TestDatabase.emptied();
		this.jdbc = JdbcClient.create(dataSource);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.table = new DeadlineTable(this.jdbc);
		this.extensionTable = new ExtensionTable(this.jdbc);
		this.outageTable = new OutageTable(this.jdbc);
		new ReferenceLists(new NamedParameterJdbcTemplate(dataSource)).sync(Calendars.shipped().regions(),
				Calendars.shipped().industries());
	}

	static Clock clock(String local) {
		return Clock.fixed(DeadlinesIntegrationTests.at(local), StoredTime.ZONE);
	}

	Deadlines deadlines(String now, Definitions definitions) {
		return new Deadlines(this.table, this.extensionTable, this.outageTable, definitions, clock(now));
	}

	Extensions extensions(String now) {
		return new Extensions(this.extensionTable, this.outageTable, deadlines(now, Calendars.shipped()),
				this.transactions, clock(now));
	}

	Outages outages(String now) {
		return new Outages(this.outageTable, this.table, this.extensionTable, deadlines(now, Calendars.shipped()),
				Duration.ofDays(3), this.transactions, clock(now));
	}

	Timeliness timeliness(String now, Definitions definitions) {
		return new Timeliness(this.jdbc, deadlines(now, definitions));
	}

	Heartbeat node(String name, InstantSource clock, LongSupplier nanoTime) {
		return new Heartbeat(this.jdbc, outages("2026-12-01T00:00"), this.transactions, clock, nanoTime, name);
	}

	void enterprise(long id, String city, String county) {
		this.jdbc.sql("""
				INSERT INTO enterprise (id, credit_code, name, city_code, county_code)
				VALUES (:id, :code, :name, :city, :county)
				""")
			.param("id", id)
			.param("code", "CODE" + id)
			.param("name", "示例企业" + id)
			.param("city", city)
			.param("county", county)
			.update();
	}

	void version(String period, long enterprise, int version, String state, Instant receivedAt) {
		this.jdbc.sql("""
				INSERT INTO intake_file (id, claim, file_name, channel, sha256, size_bytes, received_at, run_id,
				  period_hint, state)
				VALUES (1, 'claim', 'file.xlsx', 'INBOX', REPEAT('0', 64), 1, :at, 'run', :period, 'READ')
				ON DUPLICATE KEY UPDATE claim = VALUES(claim)
				""").param("at", StoredTime.of(receivedAt)).param("period", period).update();
		this.jdbc
			.sql("""
					INSERT INTO submission (file_id, position, enterprise_id, period, counted_in, version_no, content_hash,
					  received_at, late, run_id, state)
					VALUES (1, :position, :enterprise, :period, :period, :version, REPEAT('0', 64), :at, TRUE, 'run', :state)
					""")
			.param("position", enterprise * 10 + version)
			.param("enterprise", enterprise)
			.param("period", period)
			.param("version", version)
			.param("at", StoredTime.of(receivedAt))
			.param("state", state)
			.update();
	}

	long count(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
	}

}
