package org.srdi.monitor.sample;

import java.nio.file.Path;
import java.util.List;

import org.srdi.monitor.core.Region;
import org.srdi.monitor.definition.Form;

/** All files that are written firm by firm, except those of the inbox. */
final class ProvinceFiles implements AutoCloseable {

	private final Path folder;

	private final Ledger ledger;

	private final RegisterFile register;

	private final PlanFile plans;

	private final History history;

	private final Totals totals;

	ProvinceFiles(Form form, List<Region> regions, Reports reports, SampleRequest request) {
		this.folder = request.out();
		this.ledger = new Ledger(this.folder);
		this.register = new RegisterFile(this.folder.resolve("register.xlsx"), request.from(), request.to());
		this.plans = new PlanFile(this.folder.resolve("plans.xlsx"), request.to(), request.seed());
		this.history = new History(form, this.ledger, reports, request);
		this.totals = new Totals(regions);
	}

	/** Enters firms in their order. */
	void enter(List<Worked> firms) {
		firms.forEach((worked) -> this.register.add(worked.firm(), worked.exempt()));
		List<Worked> due = firms.stream().filter((worked) -> !worked.exempt()).toList();
		for (Worked worked : due) {
			this.plans.add(worked.firm(), worked.books());
			this.totals.add(worked.firm(), worked.sent().accepted());
			worked.sent().deliveries().forEach(this.ledger::enter);
		}
		this.history.add(due);
	}

	/** Returns how much was written for that many firms. */
	GeneratedProvince generated(int firms) {
		return new GeneratedProvince(firms, this.history.files(), this.ledger.files());
	}

	@Override
	public void close() {
		try (this.ledger; this.register; this.plans; this.history) {
			this.totals.write(this.folder.resolve("expected/totals.csv"));
		}
	}

}
