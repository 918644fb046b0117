package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A database this program was not made for is refused before anything is done. */
class SchemaIntegrationTests {

	private static final String[] STATUS = { "status", "--period", "2026-10" };

	private final Cli cli = Cli.of(Cli.newFolder().resolve("var"));

	@Test
	void sayWhatItTalksTo() {
		Cli.Answer status = this.cli.run(STATUS);
		assertThat(status.code()).isZero();
		assertThat(status.out())
			.containsPattern("数据库　　(H2 2|MySQL 8)\\.\\S+，jdbc:\\S+，用户 \\S+，结构版本 " + Cli.schemaVersion());
	}

	@Test
	void aSchemaThatIsUpToDateIsLeftAlone() {
		assertThat(this.cli.run(STATUS).code()).isZero();
		assertThat(this.cli.run("migrate").out()).contains("数据表结构已是最新，没有改动");
	}

	@Test
	void aDryRunShowsWhatIsPendingAndChangesNothing() throws SQLException {
		Cli fresh = Cli.unmigrated(Cli.newFolder().resolve("var"));
		Cli.Answer dryRun = fresh.run("migrate", "--dry-run");
		assertThat(dryRun.code()).as(dryRun.toString()).isZero();
		assertThat(dryRun.out()).contains("V1__register.sql", "V105__checks.sql", "个升级脚本待执行，没有改动");
		assertThat(fresh.count("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'enterprise'"
				+ " AND table_schema = SCHEMA()"))
			.isZero();
		assertThat(fresh.run("migrate").out()).contains("结构版本为 " + Cli.schemaVersion());
		assertThat(fresh.run(STATUS).code()).isZero();
	}

	@Test
	void aSchemaNewerThanTheProgramIsRefused() throws SQLException {
		assertThat(this.cli.run(STATUS).code()).isZero();
		this.cli.update("INSERT INTO flyway_schema_history SELECT 900, '900', 'future', type, 'V900__future.sql', 1, "
				+ "installed_by, installed_on, 1, TRUE FROM flyway_schema_history WHERE version = '"
				+ Cli.schemaVersion() + "'");
		Cli.Answer refused = this.cli.run(STATUS);
		assertThat(refused.code()).isEqualTo(2);
		assertThat(refused.err()).contains("结构版本是 900", "高于本程序", "V900__future.sql");
		assertThat(this.cli.run("migrate").code()).isEqualTo(2);
	}

	@Test
	void aMigrationThatWasChangedIsRefused() throws SQLException {
		assertThat(this.cli.run(STATUS).code()).isZero();
		this.cli.update("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '3'");
		Cli.Answer refused = this.cli.run(STATUS);
		assertThat(refused.code()).isEqualTo(2);
		assertThat(refused.err()).contains("V3__monthly_report.sql", "内容不同");
	}

	@Test
	void aMigrationThatBrokeOffIsRefused() throws SQLException {
		assertThat(this.cli.run(STATUS).code()).isZero();
		this.cli
			.update("UPDATE flyway_schema_history SET success = FALSE WHERE version = '" + Cli.schemaVersion() + "'");
		Cli.Answer refused = this.cli.run(STATUS);
		assertThat(refused.code()).isEqualTo(2);
		assertThat(refused.err()).contains("V" + Cli.schemaVersion() + "__", "执行到一半失败");
	}

	@Test
	void everyViewIsDocumentedWithEveryColumn() throws IOException, SQLException {
		assertThat(this.cli.run(STATUS).code()).isZero();
		List<String> guide = Files.readAllLines(Path.of("ops/mysql/BI.md"));
		List<String> columns = new ArrayList<>();
		try (Connection connection = this.cli.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("SELECT table_name, column_name FROM information_schema.columns "
							+ "WHERE table_name LIKE 'bi@_%' ESCAPE '@' AND table_schema = SCHEMA()")) {
			while (rows.next()) {
				assertThat(guide).contains("## " + rows.getString(1));
				columns.add(rows.getString(2));
			}
		}
		assertThat(columns).hasSizeGreaterThan(100)
			.allSatisfy((column) -> assertThat(guide).anyMatch((line) -> names(line, column)));
	}

	/** The spans of one figure stand in one line, named by their ends. */
	private static boolean names(String line, String column) {
		Matcher span = Pattern.compile("(.+)(_(?:m|ytd|eop)(?:_ly)?)").matcher(column);
		if (line.contains("`" + column + "`")) {
			return true;
		}
		return span.matches() && line.contains("`" + span.group(1) + "_") && line.contains("`" + span.group(2) + "`");
	}

}
