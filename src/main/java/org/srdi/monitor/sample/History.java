package org.srdi.monitor.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.submission.ConsolidatedWriter;
import org.srdi.monitor.submission.ReportDraft;

/** Writes the months before the last one, a consolidated workbook each, all at once. */
final class History implements AutoCloseable {

	private final Map<ReportingPeriod, ConsolidatedWriter> months = new LinkedHashMap<>();

	private final Ledger ledger;

	private final Reports reports;

	private final Path folder;

	private final long seed;

	History(Form form, Ledger ledger, Reports reports, SampleRequest request) {
		this.ledger = ledger;
		this.reports = reports;
		this.folder = request.out().resolve("history");
		this.seed = request.seed();
		for (ReportingPeriod month = request.from(); month.isBefore(request.to()); month = month.next()) {
			this.months.put(month, new ConsolidatedWriter(form, file(month)));
			ledger.announce(file(month), Arrival.ofHistory(month));
		}
	}

	/** Returns how many months there are. */
	int files() {
		return this.months.size();
	}

	/** Adds firms to every month, several months at a time. */
	void add(List<Worked> firms) {
		this.months.entrySet()
			.parallelStream()
			.forEach((month) -> firms.forEach((worked) -> month.getValue().add(draft(worked, month.getKey()))));
	}

	private ReportDraft draft(Worked worked, ReportingPeriod month) {
		Chance chance = Chance.of(this.seed, worked.firm().number(), 10, month.year() * 12L + month.months());
		LocalDate reportedOn = month.month().atDay(18 + chance.below(9));
		return this.reports.draft(worked.firm(), worked.books(), month, reportedOn);
	}

	private Path file(ReportingPeriod month) {
		return this.folder.resolve(month + ".xlsx");
	}

	@Override
	public void close() {
		this.months.forEach((month, workbook) -> {
			workbook.close();
			OffsetDateTime arrival = Arrival.ofHistory(month);
			this.ledger.date(file(month), arrival);
		});
	}

}
