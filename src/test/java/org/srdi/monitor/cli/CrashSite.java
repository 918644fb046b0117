package org.srdi.monitor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.srdi.monitor.submission.ContentHash;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tiny province whose month is worked off while things go wrong, and what is left of it
 * in the end: it must be the same as if nothing had happened.
 */
final class CrashSite {

	static final String PERIOD = "2026-10";

	static final String NOW = "2026-10-29T00:30+08:00";

	static final String[] MONTH = { "run", "--period", PERIOD, "--as-of", NOW };

	private static final List<String> TABLES = List.of("intake_file", "submission", "submission_content",
			"submission_status", "violation", "receipt", "roster", "indicator_value", "target_flag",
			"regional_progress", "publication", "run_record");

	private static Path sample;

	private static Map<String, String> undisturbed;

	private CrashSite() {
	}

	private static synchronized Path sample() {
		if (sample == null) {
			sample = Cli.newFolder();
			Cli.Answer answer = Cli.embedded(sample.resolve("none"))
				.run("sample", "generate", "--firms", "60", "--from", "2026-09", "--to", PERIOD, "--seed", "7", "--out",
						sample.toString());
			assertThat(answer.code()).as(answer.toString()).isZero();
		}
		return sample;
	}

	/** Returns the province with its register, and with its files in the inbox. */
	static Cli prepared(String name) {
		return prepared(Cli.of(Cli.newFolder().resolve(name)));
	}

	static Cli prepared(Cli cli) {
		Cli registered = registered(cli);
		Path inbox = registered.dataDir().resolve("inbox");
		files().forEach((file) -> copy(file, inbox));
		return registered;
	}

	/**
	 * Returns the province with the month before taken in, and its files in the inbox.
	 */
	static Cli preparedWithMonthBefore(String name) {
		Cli cli = registered(Cli.of(Cli.newFolder().resolve(name)));
		Path inbox = cli.dataDir().resolve("inbox");
		copy(sample().resolve("history/2026-09.xlsx"), inbox);
		assertThat(cli.run("ingest", "--as-of", NOW).code()).isZero();
		files().forEach((file) -> copy(file, inbox));
		return cli;
	}

	/** Returns the province with its register, and no files yet. */
	static Cli registered(Cli cli) {
		assertThat(cli.run("register", "import", sample().resolve("register.xlsx").toString()).code()).isZero();
		assertThat(cli.run("plan", "import", sample().resolve("plans.xlsx").toString()).code()).isZero();
		Cli.Answer answer = cli.run("contacts", "import", contacts().toString());
		assertThat(answer.code()).as(answer.toString()).isZero();
		return cli;
	}

	/** Three who are to have the rollup, in two languages. */
	private static Path contacts() {
		try {
			return Files.write(sample().resolve("contacts.csv"),
					List.of("姓名,邮箱,地区代码,角色,语言", "示例甲,zh@example.org,420000,月报,zh", "示例乙,en@example.org,420000,月报,en",
							"示例丙,wuhan@example.org,420100,月报,zh"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the files of the province. */
	static List<Path> files() {
		try (Stream<Path> files = Files.list(sample().resolve("inbox"))) {
			return files.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Drops a file into a folder as a transfer server does: whole, with its time. */
	static void copy(Path file, Path folder) {
		try {
			Path part = Files.createDirectories(folder).resolve(file.getFileName() + ".part");
			Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES);
			Files.move(part, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts the month so that it is killed there, and sees that it was. */
	static void dies(Cli cli, String point) throws Exception {
		Cli armed = cli.with("SRDI_TEST_FATAL", point);
		Process process = armed.start(MONTH);
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(point).isTrue();
		assertThat(process.exitValue()).as(() -> point + "\n" + said(armed, process)).isEqualTo(137);
	}

	/** Starts the month so that it stops there like a suspended machine. */
	static Process freezes(Cli cli, String point) throws Exception {
		Cli armed = cli.with("SRDI_TEST_FATAL", point).with("SRDI_TEST_SIGNAL", "STOP");
		Process process = armed.start(MONTH);
		Path state = Path.of("/proc", String.valueOf(process.pid()), "stat");
		while (!Files.readString(state).replaceFirst("^.*\\) ", "").startsWith("T")) {
			assertThat(process.isAlive()).as(() -> said(armed, process)).isTrue();
			Thread.onSpinWait();
		}
		return process;
	}

	/** Lets a process go on that was stopped. */
	static void thaw(Process process) throws Exception {
		assertThat(new ProcessBuilder("kill", "-CONT", String.valueOf(process.pid())).start().waitFor()).isZero();
	}

	static String said(Cli cli, Process process) {
		try {
			return cli.output(process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns what a run leaves that nothing happens to. */
	static synchronized Map<String, String> undisturbed() throws Exception {
		if (undisturbed == null) {
			Cli cli = prepared("undisturbed");
			Cli.Answer answer = cli.run(MONTH);
			assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
			undisturbed = left(cli);
		}
		return undisturbed;
	}

	/**
	 * Returns everything that is left of a month: what can be exported, how many rows
	 * there are, and the files by their content.
	 */
	static Map<String, String> left(Cli cli) throws Exception {
		Map<String, String> left = new TreeMap<>();
		assertThat(cli.run("outbox", "send", "--as-of", NOW).code()).isZero();
		cli.exports(PERIOD)
			.forEach((name, text) -> left.put("export " + name,
					text.lines().count() + " lines, " + ContentHash.of(text)));
		try (Connection connection = cli.connect()) {
			for (String table : TABLES) {
				left.put("rows of " + table, String.valueOf(Cli.count(connection, "SELECT COUNT(*) FROM " + table)));
			}
			left.put("runs not done",
					String.valueOf(Cli.count(connection, "SELECT COUNT(*) FROM run_record WHERE status <> 'DONE'")));
			left.put("locks", String.valueOf(Cli.count(connection, "SELECT COUNT(*) FROM run_lock")));
		}
		left.put("mails", cli
			.text("SELECT d.address, d.state, n.subject FROM notice_delivery d JOIN notice n ON n.id = d.notice_id "
					+ "ORDER BY d.address, n.subject"));
		left.put("mails written", String.valueOf(mails(cli.dataDir().resolve("outbox/eml"))));
		for (String folder : List.of("archive", "answers", "out", "inbox")) {
			files(cli.dataDir(), folder, left);
		}
		return left;
	}

	/** Names alone: no two mails have the same boundaries inside. */
	private static List<String> mails(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> folder.relativize(file).toString())
				.sorted()
				.toList();
		}
	}

	/** The journal of the arrivals names claims, which are made up anew each time. */
	private static String content(Path file) throws IOException {
		if (file.toString().endsWith(".jsonl")) {
			return ContentHash.of(Files.readString(file).replaceAll("\"claim\":\"[^\"]*\"", ""));
		}
		return ContentHash.of(file);
	}

	/**
	 * The number that the database gave a file is part of the name of its answers, and
	 * numbers have gaps after a crash; so have temporary files been left behind.
	 */
	private static void files(Path dataDir, String folder, Map<String, String> left) throws IOException {
		if (!Files.isDirectory(dataDir.resolve(folder))) {
			return;
		}
		try (Stream<Path> files = Files.walk(dataDir.resolve(folder)).filter(Files::isRegularFile)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				String name = dataDir.relativize(file).toString().replaceFirst("^(answers/[^/]+/)\\d+_", "$1");
				if (!name.endsWith(".part")) {
					left.merge(name, content(file), (one, other) -> one + " " + other);
				}
			}
		}
	}

}
