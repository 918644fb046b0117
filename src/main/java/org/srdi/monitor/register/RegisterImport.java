package org.srdi.monitor.register;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.srdi.monitor.workbook.Table;
import org.srdi.monitor.workbook.Table.TableRow;
import org.srdi.monitor.workbook.TableException;
import org.srdi.monitor.workbook.UnreadableFileException;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a register file (.xlsx, .xls, .csv) into the register: all of it, or, with any
 * problem, nothing. Adds and changes, never deletes.
 */
public final class RegisterImport {

	private static final int CHUNK = 1000;

	private final NamedParameterJdbcOperations jdbc;

	private final TransactionOperations transactions;

	private final RegisterChanges changes;

	public RegisterImport(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.changes = new RegisterChanges(JdbcClient.create(jdbc));
	}

	/** Imports a file. One that cannot be read at all is a problem like any other. */
	public ImportResult run(Path file) {
		Problems problems = new Problems(file);
		try {
			Reading reading = read(file, problems);
			return problems.isEmpty() ? store(reading, problems) : ImportResult.refused(reading.rows(), problems.all());
		}
		catch (UnreadableFileException ex) {
			problems.add(ex.messageFor(Locale.CHINESE), ex.messageFor(Locale.ENGLISH));
		}
		catch (TableException ex) {
			problems.add(ex.messageFor(Locale.CHINESE), ex.messageFor(Locale.ENGLISH));
		}
		return ImportResult.refused(0, problems.all());
	}

	private Reading read(Path file, Problems problems) {
		List<TableRow> rows = Table.read(file, RegisterColumns.ALL).rows();
		if (rows.isEmpty()) {
			problems.addToFile("file.empty");
			return Reading.NOTHING;
		}
		Layout layout = new Layout(rows.get(0));
		if (!layout.has(RegisterColumns.CITY_CODE) && !layout.has(RegisterColumns.CITY_NAME)) {
			problems.addToFile("city.column");
			return new Reading(rows.size(), layout, List.of());
		}
		return new Reading(rows.size(), layout, read(rows, problems).checked(layout, problems));
	}

	private Firms read(List<TableRow> rows, Problems problems) {
		RegisterReader reader = new RegisterReader(new ReferenceLists(this.jdbc), problems);
		Firms firms = new Firms();
		for (TableRow row : rows) {
			RegisterRow read = reader.read(row);
			if (isIdentified(row, read)) {
				firms.add(read);
			}
		}
		return firms;
	}

	private static boolean isIdentified(TableRow row, RegisterRow read) {
		if (row.entry(RegisterColumns.CREDIT_CODE) != null) {
			return read.code() != null;
		}
		return !read.name().equals(RegisterRow.NAMELESS) && !read.city().equals(RegisterRow.NOWHERE);
	}

	private ImportResult store(Reading reading, Problems problems) {
		List<Firm> firms = reading.firms();
		RegisterWriter writer = new RegisterWriter(new RegisterStore(this.jdbc), reading.layout(), problems);
		this.transactions.executeWithoutResult((transaction) -> {
			this.changes.lock(RegisterChanges.Part.REGISTER);
			for (int i = 0; i < firms.size(); i += CHUNK) {
				writer.write(firms.subList(i, Math.min(firms.size(), i + CHUNK)));
			}
			if (!problems.isEmpty()) {
				transaction.setRollbackOnly();
			}
			else if (writer.changedAnything()) {
				this.changes.count(RegisterChanges.Part.REGISTER);
			}
		});
		return problems.isEmpty() ? writer.result(reading.rows())
				: ImportResult.refused(reading.rows(), problems.all());
	}

	/** A file as read; its cells are let go before anything is stored. */
	private record Reading(int rows, Layout layout, List<Firm> firms) {

		static final Reading NOTHING = new Reading(0, Layout.NONE, List.of());

	}

}
