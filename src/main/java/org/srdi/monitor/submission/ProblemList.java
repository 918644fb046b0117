package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.submission.Finding.Demand;
import org.srdi.monitor.workbook.ListSheet;
import org.srdi.monitor.workbook.ListSheet.Column;
import org.srdi.monitor.workbook.ListSheet.Item;
import org.srdi.monitor.workbook.Mark;
import org.srdi.monitor.workbook.MarkedCopy;
import org.srdi.monitor.workbook.Row;
import org.srdi.monitor.workbook.Style;

/**
 * The list of problems (问题清单) that is returned with a report: what is wrong, where, how
 * to repair it, and where the enterprise can explain itself or confirm a proposed repair.
 * {@link AnswerColumns} reads what it has filled in.
 */
public final class ProblemList {

	private final Findings findings;

	private final Texts texts;

	private final List<String> yesAndNo;

	/** Writes lists in Chinese or English. */
	public ProblemList(Definitions definitions, Locale locale) {
		this.findings = new Findings(definitions, locale);
		this.texts = Texts.of("submission", locale);
		this.yesAndNo = List.of(this.texts.get("form.yes"), this.texts.get("form.no"));
	}

	/** Returns whether a row is the heading of such a list, in either language. */
	public static boolean isHeading(Row row) {
		return AnswerColumns.of(row) != null;
	}

	/**
	 * Returns the list.
	 * @param reports the reports of one file
	 * @param several whether the file may hold several, so that every line says whose it
	 * is
	 * @param instruction what to do with it
	 */
	public ListSheet sheet(List<Judged> reports, boolean several, String instruction) {
		List<List<Item>> lines = new ArrayList<>();
		for (Judged judged : reports) {
			for (Finding finding : this.findings.of(judged)) {
				lines.add(line(lines.size() + 1, finding, judged.report(), several));
			}
		}
		return new ListSheet(this.texts.get("problem.sheet"), title(reports, several), instruction, columns(several),
				lines, ProblemList::isHeading);
	}

	private String title(List<Judged> reports, boolean several) {
		if (several || reports.isEmpty()) {
			return this.texts.get("problem.title.several", String.valueOf(reports.size()));
		}
		Report report = reports.get(0).report();
		return this.texts.get("problem.title", Objects.requireNonNullElse(report.text("enterprise_name"), ""),
				Objects.requireNonNullElse(report.text("period"), ""));
	}

	private List<Column> columns(boolean several) {
		List<Column> columns = new ArrayList<>();
		columns.add(column("number", 6));
		columns.add(column("place", 14));
		if (several) {
			columns.add(column("enterprise", 26));
		}
		columns.add(column("indicator", 22));
		columns.add(column("read", 16));
		columns.add(column("rule", 22));
		columns.add(column("message", 46));
		columns.add(column("demand", 12));
		columns.add(column("repair", 40));
		columns.add(column("explanation", 36));
		columns.add(column("confirmation", 12));
		columns.add(new Column(this.texts.get("problem.key"), 40, true));
		return columns;
	}

	private Column column(String name, int width) {
		return new Column(this.texts.get("problem." + name), width, false);
	}

	private List<Item> line(int number, Finding finding, Report report, boolean several) {
		List<Item> line = new ArrayList<>();
		line.add(Item.of(String.valueOf(number), Style.TEXT_CENTRE));
		line.add(Item.leadingTo(finding.cell()));
		if (several) {
			line.add(Item.of(finding.enterprise(), Style.TEXT_WRAP));
		}
		line.add(Item.of(finding.indicator(), Style.TEXT_WRAP));
		line.add(Item.of(finding.read(), Style.TEXT_WRAP));
		line.add(Item.of(finding.rule(), Style.TEXT_WRAP));
		line.add(Item.of(finding.message(), Style.TEXT_WRAP));
		line.add(Item.of(demand(finding.demand()), badge(finding.demand())));
		line.add(Item.of(finding.repair(), Style.TEXT_WRAP));
		line.add(Item.of(finding.explanation(), finding.explainable() ? Style.INPUT_WRAP : Style.NOT_APPLICABLE));
		line.add(confirmation(finding));
		line.add(Item.of(several ? creditCode(report) + "/" + finding.key() : finding.key(), Style.TEXT));
		return line;
	}

	private static String creditCode(Report report) {
		String code = report.text("credit_code");
		return (code != null) ? CreditCode.normalise(code).replaceAll("[/@]", "") : "";
	}

	private Item confirmation(Finding finding) {
		boolean open = finding.demand() == Demand.CONFIRM || finding.confirmed();
		return open ? Item.choice(finding.confirmed() ? this.yesAndNo.get(0) : "", this.yesAndNo)
				: Item.of("", Style.NOT_APPLICABLE);
	}

	private String demand(Demand demand) {
		return this.texts.get("problem.demand." + demand.name().toLowerCase(Locale.ROOT));
	}

	private static Style badge(Demand demand) {
		return switch (demand) {
			case REPAIR -> Style.RED;
			case CONFIRM -> Style.BLUE;
			case EXPLAIN -> Style.AMBER;
			case ANSWERED -> Style.GREEN;
		};
	}

	/** Marks the cells of a report that something is wrong with. */
	public void mark(MarkedCopy copy, Judged judged) {
		for (Finding finding : this.findings.of(judged)) {
			if (finding.cell() != null && finding.demand() != Demand.ANSWERED) {
				copy.mark(finding.cell(), mark(finding.demand()), words(finding));
			}
			finding.proposed()
				.forEach((cell, amount) -> copy.mark(cell, Mark.PROPOSAL, this.texts.get("problem.proposed", amount)));
		}
	}

	private String words(Finding finding) {
		return finding.rule() + "（" + demand(finding.demand()) + "）\n" + finding.message();
	}

	private static Mark mark(Demand demand) {
		return switch (demand) {
			case REPAIR -> Mark.REPAIR;
			case CONFIRM -> Mark.PROPOSAL;
			case EXPLAIN, ANSWERED -> Mark.EXPLAIN;
		};
	}

}
