package org.srdi.monitor.publication;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.indicator.Indicators;
import org.srdi.monitor.register.Titles;
import org.srdi.monitor.target.RegionalProgress;
import org.srdi.monitor.workbook.WorkbookWriter;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the sheets of a rollup into a workbook. */
final class RollupWorkbook {

	private final Definitions definitions;

	private final Indicators indicators;

	private final Reporting reporting;

	private final FlagTable flags;

	private final History history;

	private final RegionalProgress progress;

	private final Titles titles;

	private final Digest digest;

	RollupWorkbook(JdbcClient jdbc, Definitions definitions, Indicators indicators, RegionalProgress progress,
			Titles titles) {
		this.definitions = definitions;
		this.indicators = indicators;
		this.reporting = new Reporting(jdbc);
		this.flags = new FlagTable(jdbc);
		this.history = new History(jdbc, definitions.form());
		this.progress = progress;
		this.titles = titles;
		this.digest = new Digest(jdbc);
	}

	void write(Publications.Issue issue, LocalDateTime publishedAt, Headline headline, Path file) {
		Edition edition = edition(issue, publishedAt, headline);
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			workbook.title(edition.words().choose(issue.rollup().title(), issue.rollup().titleEn()));
			for (RollupDefinition.Sheet sheet : issue.rollup().sheets()) {
				String name = edition.words().choose(sheet.title(), sheet.titleEn());
				page(sheet.kind(), issue.period()).write(edition, sheet, name, workbook.sheet(name));
			}
			workbook.save(file);
		}
	}

	/** Returns what the cover says of a month; nothing where there is no cover. */
	List<String> sentences(Edition edition) {
		return edition.rollup()
			.sheets()
			.stream()
			.filter((sheet) -> sheet.kind() == RollupDefinition.Kind.COVER)
			.findFirst()
			.map((sheet) -> cover(edition.period()).sentences(edition, sheet))
			.orElse(List.of());
	}

	Edition edition(Publications.Issue issue, LocalDateTime publishedAt, Headline headline) {
		Wording words = new Wording(issue.locale(), this.definitions.job().coverageMark());
		Values values = Values.of(this.indicators, issue.period(), groupings(issue.rollup()));
		return new Edition(this.definitions, issue.rollup(), issue.period(), issue.revision(), publishedAt, words,
				values, headline, this.reporting.isSample());
	}

	private static Set<Grouping> groupings(RollupDefinition rollup) {
		Set<Grouping> groupings = EnumSet.of(Grouping.PROVINCE, Grouping.CITY);
		for (RollupDefinition.Sheet sheet : rollup.sheets()) {
			if (sheet.grouping() != null) {
				groupings.add(sheet.grouping());
			}
			if (sheet.grouping() == Grouping.DIVISION) {
				groupings.add(Grouping.SECTION);
			}
		}
		return groupings;
	}

	private Page page(RollupDefinition.Kind kind, ReportingPeriod period) {
		return switch (kind) {
			case COVER -> cover(period);
			case TOTALS -> new TotalsPage(this.history);
			case TABLE -> new TablePage(this.flags);
			case FLAGS -> new FlagsPage(this.flags);
			case TARGETS -> new TargetsPage(this.progress, this.titles);
			case MISSING -> new MissingPage(this.reporting);
			case NOTES -> new NotesPage(this.digest);
		};
	}

	private CoverPage cover(ReportingPeriod period) {
		return new CoverPage((indicator) -> this.history.lastYear(indicator, period));
	}

}
