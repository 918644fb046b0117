package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.database.BigProvince;
import org.srdi.monitor.database.Engine;
import org.srdi.monitor.database.StatementRecorderConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Has the engine explain every statement that a month, its exports and its templates run,
 * over tables large enough to matter. None may read a large table from end to end, but
 * for those that are about all of it.
 */
class QueryPlansIntegrationTests {

	private static final List<Exemption> ABOUT_ALL = List.of(
			new Exemption("FROM membership m", "membership", "the roster is made of everybody"),
			new Exemption("FROM membership m", "enterprise", "the roster is made of everybody"),
			new Exemption("FROM membership m", "title", "the roster is made of everybody"),
			new Exemption("COUNT(DISTINCT t.enterprise_id)", "title", "the titles of a province are counted"),
			new Exemption("ORDER BY e.credit_code", "enterprise", "a month has rows of nearly every enterprise"),
			new Exemption("FROM roster o", "enterprise", "a month has rows of nearly every enterprise"),
			new Exemption("SELECT id FROM enterprise LIMIT 1", "enterprise", "the first row is enough"),
			new Exemption("SELECT 1 FROM yearly_plan p", "yearly_plan", "nearly every enterprise has a plan"),
			new Exemption("GROUP BY r.period", "monthly_report", "the history is all of the last two years"));

	private static final Pattern TABLE = Pattern.compile(
			"(?i)\\b(?:FROM|JOIN|UPDATE|INTO)\\s+(\\w+)(?:\\s+(?:AS\\s+)?(?!ON\\b|WHERE\\b|SET\\b|JOIN\\b)(\\w+))?");

	@Test
	void noStatementReadsALargeTableFromEndToEnd() throws Exception {
		runEverythingOnce();
		DataSource big = BigProvince.create();
		Map<String, List<String>> scans = new LinkedHashMap<>();
		int explained = 0;
		try (Connection connection = big.getConnection()) {
			for (var statement : StatementRecorderConfiguration.statements().entrySet()) {
				if (isQuery(statement.getKey())) {
					explained++;
					List<String> scanned = scanned(connection, statement.getKey(), statement.getValue());
					scanned.removeIf((table) -> isAboutAll(statement.getKey(), table));
					if (!scanned.isEmpty()) {
						scans.put(statement.getKey(), scanned);
					}
				}
			}
		}
		assertThat(explained).isGreaterThan(50);
		assertThat(scans).isEmpty();
	}

	/**
	 * A small province will do: which statements there are does not depend on its size.
	 */
	private static void runEverythingOnce() {
		Path sample = Cli.newFolder();
		Cli cli = Cli.of(sample.resolve("var"));
		run(cli, "sample", "generate", "--firms", "40", "--from", "2026-09", "--to", "2026-10", "--seed", "7", "--out",
				sample.toString());
		run(cli, "register", "import", sample.resolve("register.xlsx").toString());
		run(cli, "plan", "import", sample.resolve("plans.xlsx").toString());
		run(cli, "ingest", "--inbox", sample.resolve("history").toString(), "--as-of", "2026-10-01T00:00+08:00");
		run(cli, "calls", "--period", "2026-10", "--as-of", "2026-10-20T00:00+08:00");
		run(cli, "run", "--period", "2026-10", "--inbox", sample.resolve("inbox").toString(), "--as-of",
				"2026-10-29T00:30+08:00");
		run(cli, "template", "--all", "--period", "2026-11", "--out", sample.resolve("templates").toString());
		run(cli, "status", "--period", "2026-10");
		run(cli, "remind", "--as-of", "2026-10-29T10:00+08:00");
		run(cli, "calls", "--period", "2026-10", "--region", "420100");
		cli.exports("2026-10");
	}

	private static void run(Cli cli, String... command) {
		Cli.Answer answer = cli.run(command);
		// 3: done, with faulty reports
		assertThat(answer.code()).as(answer.toString()).isIn(0, 3);
	}

	private static boolean isQuery(String sql) {
		String first = sql.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
		boolean reads = first.equals("INSERT") ? Pattern.compile("(?i)\\bSELECT\\b").matcher(sql).find()
				: List.of("SELECT", "WITH", "UPDATE", "DELETE").contains(first);
		return reads && BigProvince.LARGE.stream().anyMatch((table) -> sql.contains(table));
	}

	private static boolean isAboutAll(String sql, String table) {
		return ABOUT_ALL.stream()
			.anyMatch((exemption) -> sql.contains(exemption.words()) && table.equals(exemption.table()));
	}

	/** Returns the large tables that a statement reads as a whole. */
	private static List<String> scanned(Connection connection, String sql, List<ParameterSetOperation> parameters)
			throws Exception {
		try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
			for (ParameterSetOperation parameter : parameters) {
				parameter.getMethod().invoke(statement, parameter.getArgs());
			}
			try (ResultSet plan = statement.executeQuery()) {
				return Engine.current().isMySql() ? scannedByMySql(plan, aliases(sql)) : scannedByH2(plan);
			}
		}
	}

	private static List<String> scannedByMySql(ResultSet plan, Map<String, String> aliases) throws Exception {
		List<String> scans = new ArrayList<>();
		while (plan.next()) {
			String table = String.valueOf(plan.getString("table"));
			table = aliases.getOrDefault(table, table);
			String type = String.valueOf(plan.getString("type"));
			boolean whole = type.equals("ALL") || type.equals("index");
			boolean target = "INSERT".equals(plan.getString("select_type"));
			if (BigProvince.LARGE.contains(table) && whole && !target) {
				scans.add(table);
			}
		}
		return scans;
	}

	private static Map<String, String> aliases(String sql) {
		Map<String, String> aliases = new HashMap<>();
		Matcher table = TABLE.matcher(sql);
		while (table.find()) {
			aliases.put((table.group(2) != null) ? table.group(2) : table.group(1), table.group(1));
		}
		return aliases;
	}

	private static List<String> scannedByH2(ResultSet plan) throws Exception {
		plan.next();
		String text = plan.getString(1).toLowerCase(Locale.ROOT);
		List<String> scans = new ArrayList<>();
		for (String table : BigProvince.LARGE) {
			if (Pattern.compile("\\W" + table + "\\.tablescan").matcher(text).find()) {
				scans.add(table);
			}
		}
		return scans;
	}

	/**
	 * A statement that is about everything there is.
	 *
	 * @param words what it is known by
	 * @param table the table it may read as a whole
	 * @param why why it may
	 */
	private record Exemption(String words, String table, String why) {

	}

}
