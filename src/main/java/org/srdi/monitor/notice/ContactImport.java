package org.srdi.monitor.notice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;
import org.srdi.monitor.register.Problem;
import org.srdi.monitor.register.Problems;
import org.srdi.monitor.register.ReferenceLists;
import org.srdi.monitor.workbook.Table;
import org.srdi.monitor.workbook.Table.TableRow;
import org.srdi.monitor.workbook.TableException;
import org.srdi.monitor.workbook.UnreadableFileException;

/**
 * Takes a file of contacts (.xlsx, .xls, .csv) in: all of it, or, with any problem,
 * nothing. Whom the file does not name stays; whom it calls removed is kept, but no
 * longer written to, and so is whoever another one of the same enterprise takes the place
 * of.
 */
public final class ContactImport {

	private static final int CHUNK = 500;

	private static final String UPSERT = """
			INSERT INTO contact (role, scope, enterprise_id, email, name, locale, removed_at)
			VALUES (:role, :scope, :enterprise, :email, :name, :locale, :removedAt)
			ON DUPLICATE KEY UPDATE enterprise_id = VALUES(enterprise_id), name = VALUES(name),
			  locale = VALUES(locale), removed_at = VALUES(removed_at)
			""";

	private static final String SUPERSEDE = """
			UPDATE contact SET removed_at = :now
			WHERE enterprise_id = :enterprise AND role = :role AND email <> :email AND removed_at IS NULL
			""";

	private final NamedParameterJdbcOperations jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	ContactImport(NamedParameterJdbcOperations jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Imports a file. One that cannot be read at all is a problem like any other. */
	public ContactResult run(Path file) {
		Problems problems = new Problems(file);
		try {
			return run(Table.read(file, ContactRow.COLUMNS).rows(), problems);
		}
		catch (UnreadableFileException ex) {
			problems.add(ex.messageFor(Locale.CHINESE), ex.messageFor(Locale.ENGLISH));
		}
		catch (TableException ex) {
			problems.add(ex.messageFor(Locale.CHINESE), ex.messageFor(Locale.ENGLISH));
		}
		return refused(0, problems.all());
	}

	private static ContactResult refused(int rows, List<Problem> problems) {
		return new ContactResult(rows, 0, 0, 0, 0, problems);
	}

	private ContactResult run(List<TableRow> rows, Problems problems) {
		ContactReader reader = new ContactReader(new ReferenceLists(this.jdbc).regions().keySet(), problems);
		List<ContactRow> read = rows.stream().map(reader::read).filter(Objects::nonNull).toList();
		if (rows.isEmpty()) {
			problems.addToFile("file.empty");
		}
		Map<CreditCode, Enterprise> known = new Enterprises(JdbcClient.create(this.jdbc))
			.find(read.stream().map(ContactRow::enterprise).filter(Objects::nonNull).collect(Collectors.toSet()));
		for (ContactRow row : read) {
			if (row.enterprise() != null && !known.containsKey(row.enterprise())) {
				problems.add(row.place(), "contact.stranger", row.enterprise().value());
			}
		}
		return problems.isEmpty() ? store(read, known) : refused(rows.size(), problems.all());
	}

	private ContactResult store(List<ContactRow> rows, Map<CreditCode, Enterprise> known) {
		LocalDateTime now = StoredTime.of(this.clock.instant()).withNano(0);
		int[] counts = new int[4];
		this.transactions.executeWithoutResult((transaction) -> {
			counts[0] = counts[1] = counts[2] = counts[3] = 0; // a lost lock begins anew
			for (int from = 0; from < rows.size(); from += CHUNK) {
				store(rows.subList(from, Math.min(rows.size(), from + CHUNK)), known, now, counts);
			}
		});
		return new ContactResult(rows.size(), counts[0], counts[1], counts[2], counts[3], List.of());
	}

	private void store(List<ContactRow> chunk, Map<CreditCode, Enterprise> known, LocalDateTime now, int[] counts) {
		Map<ContactRow.Key, State> before = states(chunk);
		List<ContactRow> different = new ArrayList<>();
		for (ContactRow row : chunk) {
			State state = new State(row.recipient().name(), row.recipient().locale().getLanguage(), row.removed());
			State last = before.get(row.key());
			if (state.equals(last)) {
				counts[2]++;
				continue;
			}
			different.add(row);
			counts[kind(last, row.removed())]++;
		}
		this.jdbc.batchUpdate(UPSERT,
				different.stream().map((row) -> parameters(row, known, now)).toArray(SqlParameterSource[]::new));
		counts[3] += supersede(chunk, known, now);
	}

	private static int kind(@Nullable State last, boolean removed) {
		if (removed) {
			return (last != null && last.removed()) ? 1 : 3;
		}
		return (last != null) ? 1 : 0;
	}

	private int supersede(List<ContactRow> chunk, Map<CreditCode, Enterprise> known, LocalDateTime now) {
		int removed = 0;
		for (ContactRow row : chunk) {
			if (row.enterprise() != null && !row.removed()) {
				removed += this.jdbc.update(SUPERSEDE, parameters(row, known, now));
			}
		}
		return removed;
	}

	private Map<ContactRow.Key, State> states(List<ContactRow> chunk) {
		Map<ContactRow.Key, State> states = new HashMap<>();
		this.jdbc.query("SELECT role, scope, email, name, locale, removed_at FROM contact WHERE scope IN (:scopes)",
				Map.of("scopes", chunk.stream().map((row) -> row.key().scope()).distinct().toList()), (row) -> {
					states.put(new ContactRow.Key(Role.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
							new State(row.getString(4), row.getString(5), row.getObject(6) != null));
				});
		return states;
	}

	private static SqlParameterSource parameters(ContactRow row, Map<CreditCode, Enterprise> known, LocalDateTime now) {
		Enterprise enterprise = (row.enterprise() != null) ? known.get(row.enterprise()) : null;
		return new MapSqlParameterSource("role", row.key().role().name()).addValue("scope", row.key().scope())
			.addValue("enterprise", (enterprise != null) ? enterprise.id() : null)
			.addValue("email", row.key().email())
			.addValue("name", row.recipient().name())
			.addValue("locale", row.recipient().locale().getLanguage())
			.addValue("removedAt", row.removed() ? now : null)
			.addValue("now", now);
	}

	/** What may differ about a contact. */
	private record State(String name, String locale, boolean removed) {

	}

}
