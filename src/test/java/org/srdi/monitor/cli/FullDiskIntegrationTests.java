package org.srdi.monitor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk without room for what a run wants to write. A limit on the size of files stands
 * for it, which every system of ours has and no administrator has to grant: most reports
 * need more than 4 KB, answers more than 16 KB, and a rollup more than 32 KB.
 */
class FullDiskIntegrationTests {

	@Test
	void aRunWithoutRoomSaysSoLeavesNoHalvesAndGoesOnOnceThereIsRoom() throws Exception {
		Cli cli = CrashSite.prepared("full");
		// who opens the embedded database first writes its file for all
		try (Connection first = cli.connect()) {
			assertThat(first.isValid(5)).isTrue();
			failsFor(cli, 4, "archive");
			assertThat(cli.count("SELECT COUNT(*) FROM intake_file")).isZero();
			failsFor(cli, 16, "answers");
			assertThat(cli.count("SELECT COUNT(*) FROM intake_file")).isEqualTo(CrashSite.files().size());
			CrashSite.dies(cli, "before:publish-rollup");
			failsFor(cli, 32, "out");
			assertThat(cli.count("SELECT COUNT(*) FROM publication")).isZero();
		}
		Cli.Answer answer = cli.run(CrashSite.MONTH);
		assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

	/** What it says goes into a file as well, which the log must leave room in. */
	private static void failsFor(Cli cli, int kilobytes, String folder) throws Exception {
		Process process = cli.with("LOGGING_THRESHOLD_FILE", "OFF").startCramped(2 * kilobytes, CrashSite.MONTH);
		assertThat(process.waitFor()).as(() -> CrashSite.said(cli, process)).isEqualTo(1);
		assertThat(CrashSite.said(cli, process)).contains("磁盘空间不足", "/" + folder, "腾出空间").doesNotContain("\tat ");
		assertThat(halves(cli.dataDir().resolve(folder))).isEmpty();
	}

	private static List<Path> halves(Path folder) throws Exception {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(".")).toList();
		}
	}

}
