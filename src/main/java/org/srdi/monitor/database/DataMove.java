package org.srdi.monitor.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.StoredTime;

/**
 * Moves what an embedded database holds into another one, table by table, and compares
 * both in the end. A move that broke off is begun anew; until one has come to its end,
 * nothing else works with the target.
 */
public final class DataMove {

	private static final int CHUNK = 500;

	/** What every command brings up to date by itself is no reason to refuse. */
	private static final Set<String> REPLACED = Set.of("region", "industry", "register_change");

	private final DataSource source;

	private final DataSource target;

	private final DatabaseStatus from;

	private final DatabaseStatus to;

	private final InstantSource machineClock;

	private DataMove(DatabaseTool source, DatabaseTool target, InstantSource machineClock) {
		this.source = source.dataSource();
		this.target = target.dataSource();
		this.from = source.schema().status();
		this.to = target.schema().status();
		this.machineClock = machineClock;
	}

	/**
	 * What was moved.
	 *
	 * @param tables how many tables
	 * @param rows how many rows they hold
	 * @param from where they came from
	 * @param to where they are now
	 */
	public record Moved(int tables, long rows, DatabaseStatus from, DatabaseStatus to) {

	}

	/**
	 * Moves everything.
	 * @param dataDir the data directory of the embedded database
	 * @param arguments the settings of the application, which name the target
	 * @throws DatabaseRefusedException if there is no such database, if it is in use, if
	 * the target is not empty or if another move is under way
	 */
	public static Moved run(Path dataDir, InstantSource machineClock, Progress progress, String... arguments) {
		if (!Files.exists(dataDir.resolve("db/monitor.mv.db"))) {
			throw new DatabaseRefusedException("move.no-source", dataDir);
		}
		try (DatabaseTool target = DatabaseTool.asUser(arguments)) {
			String address = target.currentSchema().status().address();
			if (address.contains(dataDir.resolve("db").toString())) {
				throw new DatabaseRefusedException("move.same", address);
			}
			try (DatabaseTool source = DatabaseTool.embedded("--srdi.data-dir=" + dataDir)) {
				source.currentSchema();
				return new DataMove(source, target, machineClock).run(progress);
			}
		}
	}

	private Moved run(Progress progress) {
		try (Connection guard = this.target.getConnection()) {
			guard.setAutoCommit(false);
			List<String> tables = Tables.of(this.target);
			if (!holdUnfinished(guard)) {
				demandEmpty(tables);
			}
			note(guard, "UPDATE data_move SET started_at = ?, finished_at = NULL, source = ? WHERE id = 1",
					this.from.address());
			holdUnfinished(guard); // the note let go of the row
			clear(tables);
			Moved moved = move(tables, progress);
			note(guard, "UPDATE data_move SET finished_at = ? WHERE id = 1");
			return moved;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The move broke off: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Locks the row of the move, which falls free with its process.
	 * @return whether rows of a move that broke off may lie about
	 */
	private boolean holdUnfinished(Connection guard) {
		try (Statement statement = guard.createStatement();
				ResultSet row = statement
					.executeQuery("SELECT started_at, finished_at FROM data_move WHERE id = 1 FOR UPDATE NOWAIT")) {
			return row.next() && row.getObject(1) != null && row.getObject(2) == null;
		}
		catch (SQLException ex) {
			throw new DatabaseRefusedException(ex, "move.under-way", this.to.address());
		}
	}

	private void note(Connection guard, String sql, String... more) throws SQLException {
		try (PreparedStatement statement = guard.prepareStatement(sql)) {
			statement.setObject(1, StoredTime.of(this.machineClock.instant()));
			for (int i = 0; i < more.length; i++) {
				statement.setString(i + 2, more[i]);
			}
			statement.executeUpdate();
		}
		guard.commit();
	}

	private void demandEmpty(List<String> tables) throws SQLException {
		for (String table : tables) {
			if (!REPLACED.contains(table) && count(this.target, table) > 0) {
				throw new DatabaseRefusedException("move.not-empty", this.to.address(), table);
			}
		}
	}

	private static long count(DataSource database, String table) throws SQLException {
		try (Connection connection = database.getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	/** In pieces, because the rows of one transaction are all kept for its undoing. */
	private void clear(List<String> tables) throws SQLException {
		List<String> dependentFirst = new ArrayList<>(tables);
		Collections.reverse(dependentFirst);
		try (Connection connection = this.target.getConnection(); Statement statement = connection.createStatement()) {
			for (String table : dependentFirst) {
				while (statement.executeUpdate("DELETE FROM " + table + " LIMIT 10000") > 0) {
					Thread.onSpinWait();
				}
			}
		}
	}

	private Moved move(List<String> tables, Progress progress) throws SQLException {
		long total = 0;
		for (String table : tables) {
			total += count(this.source, table);
		}
		progress.begin("migrate-data", total);
		long moved = 0;
		for (String table : tables) {
			moved += move(table, progress);
		}
		progress.end("migrate-data");
		return new Moved(tables.size(), moved, this.from, this.to);
	}

	private long move(String table, Progress progress) throws SQLException {
		Rows read = new Rows();
		copy(table, read, progress);
		Rows written = new Rows();
		each(this.target, table, (rows) -> {
			while (rows.next()) {
				written.read(rows);
			}
		});
		if (!written.checksum().equals(read.checksum())) {
			throw new DatabaseRefusedException("move.differs", table, read.count(), written.count());
		}
		return read.count();
	}

	/** In the order of the first column, so that a row comes after those it refers to. */
	private void copy(String table, Rows read, Progress progress) throws SQLException {
		each(this.source, table, (rows) -> {
			List<String> columns = Rows.columns(rows);
			String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
					+ String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
			try (Connection connection = this.target.getConnection();
					PreparedStatement insert = connection.prepareStatement(sql)) {
				connection.setAutoCommit(false);
				int waiting = 0;
				while (rows.next()) {
					@Nullable Object[] values = read.read(rows);
					for (int i = 0; i < values.length; i++) {
						insert.setObject(i + 1, values[i]);
					}
					insert.addBatch();
					if (++waiting == CHUNK) {
						flush(insert, connection, waiting, progress);
						waiting = 0;
					}
				}
				flush(insert, connection, waiting, progress);
			}
		});
	}

	private static void flush(PreparedStatement insert, Connection connection, int rows, Progress progress)
			throws SQLException {
		insert.executeBatch();
		connection.commit();
		progress.advance(rows);
	}

	private static void each(DataSource database, String table, RowsConsumer consumer) throws SQLException {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			statement.setFetchSize(CHUNK);
			try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
				consumer.accept(rows);
			}
		}
	}

	/** Works with rows. */
	@FunctionalInterface
	private interface RowsConsumer {

		void accept(ResultSet rows) throws SQLException;

	}

}
