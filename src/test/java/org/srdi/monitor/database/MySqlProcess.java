package org.srdi.monitor.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A MySQL server of our own, in a folder that goes with it. */
public final class MySqlProcess {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Path distribution;

	private final Path folder;

	private final int port;

	private Process process;

	private MySqlProcess(Path distribution, Path folder, int port) {
		this.distribution = distribution;
		this.folder = folder;
		this.port = port;
	}

	/** Sets a server up and starts it. */
	public static MySqlProcess start(Path distribution) {
		try {
			distribution.resolve("bin/mysqld").toFile().setExecutable(true);
			// a socket wants a short path
			Path folder = Files.createTempDirectory("srdi-mysql");
			MySqlProcess server = new MySqlProcess(distribution.toAbsolutePath(), folder, freePort());
			int code = server.mysqld("--initialize-insecure").waitFor();
			if (code != 0) {
				throw new IllegalStateException("mysqld --initialize-insecure ended with " + code + ":\n"
						+ Files.readString(folder.resolve("log.txt")));
			}
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** What is committed survives the end of the process, though not of the machine. */
	private Process mysqld(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(this.distribution.resolve("bin/mysqld").toString(),
				"--no-defaults", "--basedir=" + this.distribution, "--datadir=" + this.folder.resolve("data"),
				"--innodb-flush-log-at-trx-commit=2", "--skip-log-bin", "--performance-schema=OFF"));
		command.addAll(List.of(arguments));
		if ("root".equals(System.getProperty("user.name"))) {
			command.add("--user=root");
		}
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve("log.txt").toFile()))
			.start();
	}

	/** Starts it (again) and waits until it answers. */
	public void start() {
		try {
			this.process = mysqld("--port=" + this.port, "--bind-address=127.0.0.1", "--mysqlx=OFF",
					"--socket=" + this.folder.resolve("s"), "--pid-file=" + this.folder.resolve("pid"));
			Instant end = Instant.now().plus(PATIENCE);
			while (!answers()) {
				if (!this.process.isAlive() || Instant.now().isAfter(end)) {
					throw new IllegalStateException(
							"mysqld does not answer:\n" + Files.readString(this.folder.resolve("log.txt")));
				}
				Thread.onSpinWait();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean answers() {
		try (Connection connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + this.port + "/", "root",
				"")) {
			return connection.isValid(5);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/** Kills it as a crash would. */
	public void kill() {
		try {
			this.process.destroyForcibly().waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Returns the socket on which the administrator needs no password. */
	public Path socket() {
		return this.folder.resolve("s");
	}

	/** Returns the port it listens on. */
	public int port() {
		return this.port;
	}

}
