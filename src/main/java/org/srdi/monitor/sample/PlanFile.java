package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.WorkbookWriter;

/**
 * Writes what the firms set themselves for the year of the last month. Most are on pace
 * with their own seasonal path, about one in eight is behind in revenue.
 */
final class PlanFile implements AutoCloseable {

	private final Path file;

	private final ReportingPeriod period;

	private final long seed;

	private final WorkbookWriter workbook = WorkbookWriter.streaming();

	private final SheetWriter sheet;

	private int row;

	PlanFile(Path file, ReportingPeriod period, long seed) {
		this.file = file;
		this.period = period;
		this.seed = seed;
		this.workbook.title("年度目标（示例）");
		this.sheet = this.workbook.sheet("年度目标");
		this.sheet.widths(22, 24, 8, 20, 20, 22);
		write("统一社会信用代码", "企业名称", "年度", "营业收入目标(万元)", "研发费用目标(万元)", "发明专利授权目标(件)");
		this.sheet.freeze(1, 2);
	}

	private void write(String... headings) {
		for (int column = 0; column < headings.length; column++) {
			this.sheet.text(this.row, column, headings[column], Style.HEADING);
		}
		this.row++;
	}

	void add(SampleFirm firm, Books books) {
		Chance chance = Chance.of(this.seed, firm.number(), 7);
		this.sheet.text(this.row, 0, firm.creditCode().value(), Style.TEXT);
		this.sheet.text(this.row, 1, firm.name(), Style.TEXT);
		this.sheet.number(this.row, 2, BigDecimal.valueOf(this.period.year()), Style.QUANTITY);
		this.sheet.number(this.row, 3, money(books, "operating_revenue", pace(chance, 0.06)), Style.AMOUNT);
		this.sheet.number(this.row, 4, money(books, "rd_expenses", pace(chance, 0.04)), Style.AMOUNT);
		this.sheet.number(this.row, 5, patents(books, chance), Style.INTEGER);
		this.row++;
	}

	/**
	 * Draws what has been reached of what should have been.
	 * @param odds of being far behind, and as much again of being behind
	 */
	private static double pace(Chance chance, double odds) {
		double place = chance.unit();
		if (place < odds) {
			return chance.between(0.62, 0.74);
		}
		return (place < 2 * odds) ? chance.between(0.86, 0.885) : chance.between(0.99, 1.13);
	}

	private BigDecimal money(Books books, String line, double pace) {
		return BigDecimal.valueOf(StrictMath.round(whole(books, line) / pace)).setScale(Books.CENTS);
	}

	/** Few patents make a coarse measure: the target is rounded in favour of the firm. */
	private BigDecimal patents(Books books, Chance chance) {
		boolean behind = chance.hits(0.08);
		double reachable = whole(books, "invention_grants");
		double target = behind ? reachable * 1.6 + 2 : reachable * chance.between(0.8, 1);
		return BigDecimal.valueOf((long) Math.max(1, target));
	}

	/** Returns what the year will bring if it goes on like the year before. */
	private double whole(Books books, String line) {
		ReportingPeriod december = ReportingPeriod.of(this.period.year() - 1, 12);
		double soFar = value(books.figure(line, Span.YTD, this.period));
		double before = value(books.figure(line, Span.YTD_LY, this.period));
		double lastYear = value(books.figure(line, Span.YTD, december));
		return (before > 0) ? soFar * lastYear / before : soFar * 12 / this.period.months();
	}

	private static double value(@Nullable BigDecimal figure) {
		return (figure != null) ? figure.doubleValue() : 0;
	}

	@Override
	public void close() {
		try (this.workbook) {
			this.workbook.save(this.file);
		}
	}

}
