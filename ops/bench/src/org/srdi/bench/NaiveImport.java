package org.srdi.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Form;

/**
 * What one writes in an afternoon: POI's user model by fixed cells, one commit per file,
 * nothing checked. A report is stored as one wide row, or as a row per figure.
 */
public final class NaiveImport implements AutoCloseable {

	/** Enough to tell its rate. */
	private static final int FILES = 400;

	private static final int CODE = 1;

	private static final int VALUE = 3;

	private static final int LAST_VALUE = 6;

	private final Form form = DefinitionLoader.loadUsual(null).form();

	private final List<FigureKey> keys = this.form.figureKeys();

	private final Connection connection;

	private final PreparedStatement wide;

	private final PreparedStatement figure;

	/** What storing took in all, in ns. */
	private long storing;

	private NaiveImport(Connection connection) throws SQLException {
		this.connection = connection;
		createTables();
		connection.setAutoCommit(false);
		this.wide = connection.prepareStatement("INSERT INTO bench_naive (file_name, credit_code, period, "
				+ this.keys.stream().map(FigureKey::column).collect(Collectors.joining(", ")) + ") VALUES (?, ?, ?"
				+ ", ?".repeat(this.keys.size()) + ")");
		this.figure = connection.prepareStatement(
				"INSERT INTO bench_naive_figure (file_name, credit_code, period, figure, amount) VALUES (?, ?, ?, ?, ?)");
	}

	/**
	 * Opens one with tables of its own, {@code bench_naive} and
	 * {@code bench_naive_figure}, in that database.
	 * @param url the database; empty for an embedded one in the work folder
	 */
	public static NaiveImport open(String url, Path work) throws SQLException {
		if (url.isEmpty()) {
			return new NaiveImport(
					DriverManager.getConnection("jdbc:h2:file:" + work.resolve("naive") + ";WRITE_DELAY=0", "sa", ""));
		}
		boolean owner = System.getenv("SRDI_DB_OWNER_PASSWORD") != null;
		return new NaiveImport(DriverManager.getConnection(url,
				owner ? setting("SRDI_DB_OWNER", "srdi_owner") : setting("SRDI_DB_USER", "srdi"),
				setting(owner ? "SRDI_DB_OWNER_PASSWORD" : "SRDI_DB_PASSWORD", "")));
	}

	private static String setting(String name, String otherwise) {
		String value = System.getenv(name);
		return (value != null) ? value : otherwise;
	}

	private void createTables() throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			dropTables(statement);
			statement.execute("CREATE TABLE bench_naive (file_name VARCHAR(200), credit_code VARCHAR(40),"
					+ " period VARCHAR(20), "
					+ this.keys.stream()
						.map((key) -> key.column() + " DECIMAL(20, 4)")
						.collect(Collectors.joining(", "))
					+ ")");
			statement.execute("CREATE TABLE bench_naive_figure (file_name VARCHAR(200), credit_code VARCHAR(40),"
					+ " period VARCHAR(20), figure VARCHAR(80), amount DECIMAL(20, 4))");
		}
	}

	private static void dropTables(Statement statement) throws SQLException {
		statement.execute("DROP TABLE IF EXISTS bench_naive");
		statement.execute("DROP TABLE IF EXISTS bench_naive_figure");
	}

	/**
	 * Files per second.
	 *
	 * @param imported read and stored
	 * @param read the same, without the time it took to store them
	 */
	public record Rate(double imported, double read) {

	}

	/**
	 * Imports some files of a folder, which stay there.
	 * @param rowPerFigure whether every figure gets a row, or the report one
	 */
	public Rate rate(Path folder, boolean rowPerFigure) throws IOException, SQLException {
		List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.sorted().limit(FILES).toList();
		}
		this.storing = 0;
		long start = System.nanoTime();
		int done = 0;
		for (Path file : files) {
			done += add(file, rowPerFigure) ? 1 : 0;
		}
		long all = System.nanoTime() - start;
		return new Rate(done / (all / 1e9), done / ((all - this.storing) / 1e9));
	}

	private boolean add(Path file, boolean rowPerFigure) throws SQLException {
		Map<String, Cell> entries = new HashMap<>();
		Map<String, Cell> figures = new HashMap<>();
		try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
			List<Span> spans = List.of();
			for (Row row : workbook.getSheet(this.form.sheet())) {
				spans = spans(row, spans);
				collect(row, spans, entries, figures);
			}
			long start = System.nanoTime();
			if (rowPerFigure) {
				storeFigures(file, entries, figures);
			}
			else {
				storeReport(file, entries, figures);
			}
			this.connection.commit();
			this.storing += System.nanoTime() - start;
			return true;
		}
		catch (IOException | RuntimeException ex) {
			return false; // some files of the sample are broken on purpose
		}
	}

	private List<Span> spans(Row row, List<Span> before) {
		String heading = text(row.getCell(VALUE));
		return this.form.sections()
			.stream()
			.filter((section) -> !section.spans().isEmpty())
			.filter((section) -> this.form.label(section.spans().get(0)).label().equals(heading))
			.findFirst()
			.map((section) -> section.spans())
			.orElse(before);
	}

	private static void collect(Row row, List<Span> spans, Map<String, Cell> entries, Map<String, Cell> figures) {
		String code = text(row.getCell(CODE));
		Cell value = row.getCell(VALUE);
		if (code == null) {
			return;
		}
		if (value != null) {
			entries.put(code, value);
		}
		for (int column = VALUE; column <= LAST_VALUE && column - VALUE < spans.size(); column++) {
			if (row.getCell(column) != null) {
				figures.put(code + "." + spans.get(column - VALUE).key(), row.getCell(column));
			}
		}
	}

	private void storeReport(Path file, Map<String, Cell> entries, Map<String, Cell> figures) throws SQLException {
		name(this.wide, file, entries);
		for (int i = 0; i < this.keys.size(); i++) {
			this.wide.setBigDecimal(4 + i, number(figures.get(this.keys.get(i).toString())));
		}
		this.wide.executeUpdate();
	}

	private void storeFigures(Path file, Map<String, Cell> entries, Map<String, Cell> figures) throws SQLException {
		for (FigureKey key : this.keys) {
			BigDecimal amount = number(figures.get(key.toString()));
			if (amount != null) {
				name(this.figure, file, entries);
				this.figure.setString(4, key.toString());
				this.figure.setBigDecimal(5, amount);
				this.figure.addBatch();
			}
		}
		this.figure.executeBatch();
	}

	private static void name(PreparedStatement insert, Path file, Map<String, Cell> entries) throws SQLException {
		insert.setString(1, String.valueOf(file.getFileName()));
		insert.setString(2, text(entries.get("credit_code")));
		insert.setString(3, text(entries.get("period")));
	}

	private static @Nullable String text(@Nullable Cell cell) {
		return (cell != null && cell.getCellType() == CellType.STRING) ? cell.getStringCellValue() : null;
	}

	private static @Nullable BigDecimal number(@Nullable Cell cell) {
		return (cell != null && cell.getCellType() == CellType.NUMERIC) ? BigDecimal.valueOf(cell.getNumericCellValue())
				: null;
	}

	/** Drops the tables and leaves the database. */
	@Override
	public void close() throws SQLException {
		try (this.connection; Statement statement = this.connection.createStatement()) {
			this.wide.close();
			this.figure.close();
			dropTables(statement);
			this.connection.commit();
		}
	}

}
