package org.srdi.monitor.register;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.register.PlanReader.Planned;
import org.srdi.monitor.register.YearlyPlans.Target;
import org.srdi.monitor.workbook.Table;
import org.srdi.monitor.workbook.Table.TableRow;
import org.srdi.monitor.workbook.TableException;
import org.srdi.monitor.workbook.UnreadableFileException;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a file of yearly plans (.xlsx, .xls, .csv) in: all of it, or, with any problem,
 * nothing. Adds and changes targets, never deletes any.
 */
public final class PlanImport {

	private final Enterprises enterprises;

	private final YearlyPlans plans;

	private final TransactionOperations transactions;

	private final RegisterChanges changes;

	public PlanImport(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
		this.enterprises = new Enterprises(JdbcClient.create(jdbc));
		this.plans = new YearlyPlans(jdbc);
		this.transactions = transactions;
		this.changes = new RegisterChanges(JdbcClient.create(jdbc));
	}

	/**
	 * Imports a file. One that cannot be read at all is a problem like any other.
	 * @param file the file: one row per enterprise and year, with a column per measure or
	 * with the columns measure and target
	 * @param measures the measures there are, as named in {@code job.yaml}
	 */
	public PlanResult run(Path file, List<String> measures) {
		Problems problems = new Problems(file);
		try {
			return run(Table.read(file, PlanColumns.of(measures)), measures, problems);
		}
		catch (UnreadableFileException ex) {
			problems.add(ex.messageFor(Locale.CHINESE), ex.messageFor(Locale.ENGLISH));
		}
		catch (TableException ex) {
			problems.add(ex.messageFor(Locale.CHINESE), ex.messageFor(Locale.ENGLISH));
		}
		return PlanResult.refused(0, problems.all());
	}

	private PlanResult run(Table table, List<String> measures, Problems problems) {
		List<TableRow> rows = table.rows();
		PlanReader reader = new PlanReader(measures, problems);
		List<Planned> planned = rows.stream().flatMap((row) -> reader.read(row).stream()).toList();
		if (planned.isEmpty() && problems.isEmpty()) {
			problems.addToFile(rows.isEmpty() ? "file.empty" : "plan.empty");
			return PlanResult.refused(rows.size(), problems.all());
		}
		Map<CreditCode, Enterprise> known = this.enterprises
			.find(planned.stream().map(Planned::code).collect(Collectors.toSet()));
		demandKnown(planned, known.keySet(), new Layout(rows.get(0)), problems);
		return problems.isEmpty() ? store(planned, known, rows.size())
				: PlanResult.refused(rows.size(), problems.all());
	}

	private static void demandKnown(List<Planned> planned, Set<CreditCode> known, Layout layout, Problems problems) {
		Set<Integer> named = new HashSet<>();
		for (Planned target : planned) {
			if (!known.contains(target.code()) && named.add(target.row())) {
				problems.add(layout.at(target.row(), PlanColumns.CREDIT_CODE), "plan.stranger", target.code().value());
			}
		}
	}

	private PlanResult store(List<Planned> planned, Map<CreditCode, Enterprise> known, int rows) {
		List<Target> targets = planned.stream().map((target) -> target(target, known)).toList();
		List<Target> additions = new ArrayList<>();
		List<Target> changed = new ArrayList<>();
		this.transactions.executeWithoutResult((transaction) -> {
			this.changes.lock(RegisterChanges.Part.PLANS);
			for (List<Target> chunk : Batches.of(targets)) {
				compare(chunk, additions, changed);
			}
			if (additions.size() + changed.size() > 0) {
				this.plans.put(additions);
				this.plans.put(changed);
				this.changes.count(RegisterChanges.Part.PLANS);
			}
		});
		return new PlanResult(rows, additions.size(), changed.size(),
				targets.size() - additions.size() - changed.size(), List.of());
	}

	private static Target target(Planned planned, Map<CreditCode, Enterprise> known) {
		Enterprise enterprise = known.get(planned.code());
		if (enterprise == null) {
			throw new IllegalStateException(planned.code() + " was known a moment ago");
		}
		return new Target(enterprise.id(), planned.year(), planned.measure(), planned.amount());
	}

	private void compare(List<Target> chunk, List<Target> additions, List<Target> changed) {
		Set<Long> ids = chunk.stream().map(Target::enterpriseId).collect(Collectors.toSet());
		for (int year : chunk.stream().map(Target::year).collect(Collectors.toCollection(TreeSet::new))) {
			Map<Long, Map<String, BigDecimal>> before = this.plans.targets(ids, year);
			chunk.stream().filter((target) -> target.year() == year).forEach((target) -> {
				BigDecimal last = before.getOrDefault(target.enterpriseId(), Map.of()).get(target.measure());
				if (last == null) {
					additions.add(target);
				}
				else if (last.compareTo(target.amount()) != 0) {
					changed.add(target);
				}
			});
		}
	}

}
