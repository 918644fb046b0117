package org.srdi.monitor.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.database.MySqlServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What only a served database can do to its users, and they to it. */
@Tag("mysql")
class MySqlServerIntegrationTests {

	private static final String[] STATUS = { "status", "--period", "2026-10" };

	private final Cli cli = Cli.unmigrated(Cli.newFolder().resolve("var"));

	@Test
	void anEmptySchemaIsRefusedUntilItsOwnerMigratesIt() {
		Cli.Answer refused = this.cli.run(STATUS);
		assertThat(refused.code()).isEqualTo(2);
		assertThat(refused.err()).contains("结构版本是 0", "V1__register.sql", "srdi-monitor migrate");
		assertThat(this.cli.with("SRDI_DB_PASSWORD", "unused").run("migrate").code()).isZero();
		assertThat(this.cli.run(STATUS).code()).isZero();
	}

	@Test
	void aWrongPasswordSchemaOrAddressIsNamed() {
		assertRefused(this.cli.with("SRDI_DB_PASSWORD", "wrong"), "拒绝登录", "SRDI_DB_PASSWORD");
		assertRefused(this.cli.with("SRDI_DB_NAME", "srdi_test_nowhere"), "srdi_test_nowhere 不存在", "SRDI_DB_NAME");
		assertRefused(this.cli.with("SRDI_DB_PORT", "1"), "127.0.0.1:1/", "连接不上");
		Cli.Answer owner = this.cli.with("SRDI_DB_OWNER_PASSWORD", "wrong").run("migrate");
		assertThat(owner.code()).isEqualTo(2);
		assertThat(owner.err()).contains("拒绝登录", "SRDI_DB_OWNER_PASSWORD");
	}

	private static void assertRefused(Cli cli, String... words) {
		Cli.Answer refused = cli.run(STATUS);
		assertThat(refused.code()).isEqualTo(2);
		assertThat(refused.err()).contains(words).doesNotContain("Exception", "\tat ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT", "INSERT", "UPDATE", "DELETE" })
	void aMissingPrivilegeIsNamed(String privilege) {
		assertThat(this.cli.run("migrate").code()).isZero();
		MySqlServer server = MySqlServer.running();
		String user = "lacks_" + privilege.toLowerCase(java.util.Locale.ROOT);
		server.administer("CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY 'Only-for-tests.1'");
		for (String granted : List.of("SELECT", "INSERT", "UPDATE", "DELETE")) {
			server.administer("GRANT " + granted + " ON " + this.cli.schema() + ".* TO " + user);
		}
		Cli asUser = this.cli.with("SRDI_DB_USER", user);
		assertThat(asUser.run(STATUS).code()).isZero();
		server.administer("REVOKE " + privilege + " ON " + this.cli.schema() + ".* FROM " + user);
		assertRefused(asUser, user, privilege, "create-users.sh");
		server.administer("DROP USER " + user);
	}

	@Test
	void theRunTimeUserCannotChangeTheSchema() throws SQLException {
		assertThat(this.cli.run("migrate").code()).isZero();
		try (Connection connection = this.cli.connectAsUser(); Statement statement = connection.createStatement()) {
			for (String sql : List.of("DROP TABLE run_lock", "ALTER TABLE run_lock ADD x INT", "CREATE TABLE x (i INT)",
					"TRUNCATE TABLE run_lock", "CREATE INDEX x ON run_lock (owner)", "DROP VIEW bi_standing")) {
				assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("denied");
			}
		}
	}

	@Test
	void tablesCompareTextsByCodePoint() throws SQLException {
		assertThat(this.cli.run("migrate").code()).isZero();
		assertThat(this.cli.count("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = SCHEMA() "
				+ "AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history' "
				+ "AND table_collation <> 'utf8mb4_0900_bin'"))
			.isZero();
	}

}
