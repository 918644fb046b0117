package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that is older than the files beside it. */
class RecoverIntegrationTests {

	private static final Path INBOX = Path.of("sample-data/inbox");

	private static final String[] NOW = { "--as-of", "2026-10-29T00:30+08:00" };

	/** There is no register yet, so nobody is known and every report goes back. */
	@Test
	void whatCameInAfterTheBackupIsTakenInAgainAsTheSameArrival() throws Exception {
		Cli cli = Cli.of(Cli.newFolder());
		List<Path> files;
		try (Stream<Path> all = Files.walk(INBOX)) {
			files = all.filter((file) -> file.toString().endsWith(".xlsx")).sorted().limit(3).toList();
		}
		Files.createDirectories(cli.dataDir().resolve("inbox"));
		for (Path file : files) {
			Files.copy(file, cli.dataDir().resolve("inbox").resolve(file.getFileName()),
					StandardCopyOption.COPY_ATTRIBUTES);
		}
		assertThat(run(cli, "ingest").toString()).contains("收到 3 份：通过 0，待说明 0，退回 3");
		String arrivals = cli.text("SELECT file_name, received_at, sha256, claim FROM intake_file ORDER BY claim");

		// as in a backup that was made before
		for (String table : List.of("receipt", "violation", "submission_status", "submission_content",
				"monthly_report_product", "monthly_report", "submission", "intake_file")) {
			cli.update("DELETE FROM " + table);
		}
		assertThat(run(cli, "ingest").out()).contains("没有新文件");
		assertThat(run(cli, "recover", "--dry-run").out()).contains("归档记录了 3 次到达，其中 3 个文件数据库里没有");
		assertThat(run(cli, "ingest").out()).contains("没有新文件");
		assertThat(run(cli, "recover").out()).contains("已放回收件夹");
		assertThat(run(cli, "ingest").out()).contains("收到 3 份");
		assertThat(cli.text("SELECT file_name, received_at, sha256, claim FROM intake_file ORDER BY claim"))
			.isEqualTo(arrivals);
		assertThat(run(cli, "recover").out()).contains("归档记录了 3 次到达，其中 0 个文件数据库里没有");
	}

	@Test
	void namesWhatTheArchiveHasLostToo() throws IOException {
		Cli cli = Cli.of(Cli.newFolder());
		Path journal = cli.dataDir().resolve("archive/arrivals/2026-10.jsonl");
		Files.createDirectories(journal.getParent());
		Files.writeString(journal, """
				{"claim":"c1","fileName":"gone.xlsx","sha256":"%s","receivedAt":"2026-10-20T02:00:00Z"}
				""".formatted("ab".repeat(32)));
		Cli.Answer answer = run(cli, "recover");
		assertThat(answer.code()).isEqualTo(3);
		assertThat(answer.out()).contains("gone.xlsx（到达 2026-10-20 10:00）不在归档中");
		assertThat(answer.err()).contains("1 个文件数据库里没有，归档里也没有");
	}

	private static Cli.Answer run(Cli cli, String... command) {
		return cli.run(Stream.concat(Stream.of(command), Stream.of(NOW)).toArray(String[]::new));
	}

}
