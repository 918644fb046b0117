package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.srdi.monitor.core.CellAddress;

/** A workbook with a bit of everything; its main method saves it to be looked at. */
final class Demo {

	private static final String SHEET = "总览";

	private static final List<String> CITIES = List.of("武汉市", "襄阳市", "宜昌市", "黄石市", "恩施土家族苗族自治州");

	private Demo() {
	}

	public static void main(String[] arguments) {
		try (WorkbookWriter writer = WorkbookWriter.styled()) {
			write(writer);
			writer.save(Path.of(arguments[0]));
		}
	}

	static void write(WorkbookWriter writer) {
		SheetWriter sheet = writer.title("示例").sheet(SHEET);
		sheet.text(0, 0, "专精特新中小企业月度汇总", Style.TITLE).merge(0, 0, 0, 6).height(0, 32);
		sheet.text(1, 0, "2026年10月 · 示例数据，非真实经营数据", Style.SUBTITLE).merge(1, 0, 1, 6);
		sheet.text(2, 0, "营业收入同比增长 8.3%，172 户企业中 165 户按时报送，7 户缺报。", Style.HEADLINE).merge(2, 0, 2, 6).height(2, 40);
		table(sheet);
		cities(sheet);
		sheet.widths(12, 14, 14, 4, 24, 14, 12, 12)
			.freeze(4, 1)
			.tab(Tone.GOOD)
			.lineChart(lines())
			.barChart(bars())
			.columnChart(columns())
			.print(false, 4, 78, 7);
	}

	private static void table(SheetWriter sheet) {
		sheet.text(3, 0, "月份", Style.HEADING).text(3, 1, "本年（万元）", Style.HEADING).text(3, 2, "上年（万元）", Style.HEADING);
		for (int month = 0; month < 10; month++) {
			int row = 4 + month;
			sheet.text(row, 0, "2026-%02d".formatted(month + 1), Style.TEXT_CENTRE)
				.number(row, 1, new BigDecimal("1010.5").add(BigDecimal.valueOf(month * 37L + (month % 3) * 60L)),
						Style.AMOUNT)
				.number(row, 2, (month == 4) ? null : new BigDecimal("960").add(BigDecimal.valueOf(month * 30L)),
						Style.AMOUNT);
		}
		sheet.text(14, 0, "合计", Style.TOTAL_TEXT)
			.number(14, 1, new BigDecimal("12340"), Style.TOTAL_AMOUNT)
			.number(14, 2, new BigDecimal("9990"), Style.TOTAL_AMOUNT);
	}

	private static void cities(SheetWriter sheet) {
		sheet.text(3, 4, "地区", Style.HEADING)
			.text(3, 5, "营业收入（万元）", Style.HEADING)
			.text(3, 6, "同比（%）", Style.HEADING)
			.text(3, 7, "状态", Style.HEADING);
		for (int i = 0; i < CITIES.size(); i++) {
			int row = 4 + i;
			sheet.link(row, 4, CITIES.get(i), new CellAddress(SHEET, 0, 0), Style.LINK)
				.number(row, 5, new BigDecimal(9500 - i * 1700), Style.AMOUNT)
				.number(row, 6, new BigDecimal("12.3").subtract(BigDecimal.valueOf(i * 5L)), Style.GROWTH)
				.text(row, 7, List.of("正常", "正常", "关注", "关注", "滞后").get(i),
						List.of(Style.GREEN, Style.GREEN, Style.AMBER, Style.AMBER, Style.RED).get(i));
		}
		sheet.text(10, 4, "填报项", Style.SECTION).text(10, 5, null, Style.SECTION);
		sheet.text(11, 4, "研发费用", Style.LABEL).number(11, 5, null, Style.INPUT_AMOUNT);
		sheet.text(12, 4, "其中：人员费用", Style.LABEL_PART).text(12, 5, "—", Style.NOT_APPLICABLE);
		sheet.text(9, 4, "较长的说明文字会自动换行，所在行随之增高，打印时也不会被截断。", Style.TEXT_WRAP);
		sheet.text(13, 4, "注：同比按可比口径计算。", Style.NOTE).merge(13, 4, 13, 7);
	}

	static Chart lines() {
		return new Chart("营业收入走势", "月份", "万元", new CellAddress(SHEET, 16, 0), new CellAddress(SHEET, 35, 7),
				new Chart.Range(SHEET, 4, 0, 13, 0),
				List.of(new Chart.Series("本年", new Chart.Range(SHEET, 4, 1, 13, 1)),
						new Chart.Series("上年", new Chart.Range(SHEET, 4, 2, 13, 2))));
	}

	static Chart bars() {
		return new Chart("各地区营业收入", "", "万元", new CellAddress(SHEET, 37, 0), new CellAddress(SHEET, 56, 7),
				new Chart.Range(SHEET, 4, 4, 8, 4),
				List.of(new Chart.Series("营业收入", new Chart.Range(SHEET, 4, 5, 8, 5))));
	}

	static Chart columns() {
		return new Chart("各地区同比增速", "地区", "%", new CellAddress(SHEET, 58, 0), new CellAddress(SHEET, 77, 7),
				new Chart.Range(SHEET, 4, 4, 8, 4),
				List.of(new Chart.Series("同比", new Chart.Range(SHEET, 4, 6, 8, 6))));
	}

}
