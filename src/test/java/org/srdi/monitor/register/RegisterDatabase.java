package org.srdi.monitor.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.srdi.monitor.core.Industry;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.database.TestDatabase;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A register of its own for a test, with the regions and industries of the jobs folder.
 */
final class RegisterDatabase {

	final NamedParameterJdbcTemplate jdbc;

	final JdbcClient client;

	final TransactionTemplate transactions;

	RegisterDatabase() {
		DataSource dataSource = TestDatabase.emptied();
		this.jdbc = new NamedParameterJdbcTemplate(dataSource);
		this.client = JdbcClient.create(dataSource);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		new ReferenceLists(this.jdbc).sync(regions(), industries());
	}

	ImportResult importRegister(Path file) {
		return new RegisterImport(this.jdbc, this.transactions).run(file);
	}

	PlanResult importPlans(Path file) {
		return new PlanImport(this.jdbc, this.transactions).run(file, List.of("revenue", "rd_expenses", "patents"));
	}

	long count(String table) {
		return this.client.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
	}

	static List<Region> regions() {
		return records("regions.csv").stream()
			.map((row) -> new Region(new RegionCode(row.get("code")),
					row.get("parent_code").isEmpty() ? null : new RegionCode(row.get("parent_code")),
					Region.Level.valueOf(row.get("level").toUpperCase(Locale.ROOT)), row.get("name"),
					row.get("name_en")))
			.toList();
	}

	static List<Industry> industries() {
		return records("industries.csv").stream()
			.map((row) -> new Industry(row.get("code"),
					row.get("parent_code").isEmpty() ? null : row.get("parent_code"), row.get("name"),
					row.get("name_en")))
			.toList();
	}

	private static List<CSVRecord> records(String name) {
		try (BufferedReader reader = Files.newBufferedReader(Path.of("jobs/shared", name))) {
			return new ArrayList<>(
					CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
