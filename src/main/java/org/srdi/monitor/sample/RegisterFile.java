package org.srdi.monitor.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.WorkbookWriter;

/** Writes the register: a row per title. */
final class RegisterFile implements AutoCloseable {

	static final String NOTE = "示例数据，非真实经营数据";

	private static final List<String> HEADINGS = List.of("统一社会信用代码", "企业名称", "市州代码", "县市区代码", "行业代码", "是否规模以上", "称号",
			"批次", "认定日期", "有效期起", "有效期止", "称号状态", "纳入监测日期", "报送义务", "免报原因", "备注");

	private static final LocalDate MEMBER_FROM = LocalDate.of(2024, 1, 1);

	private final Path file;

	private final ReportingPeriod last;

	private final LocalDate memberFrom;

	private final WorkbookWriter workbook = WorkbookWriter.streaming();

	private final SheetWriter sheet;

	private int row;

	RegisterFile(Path file, ReportingPeriod from, ReportingPeriod to) {
		this.file = file;
		this.last = to;
		this.memberFrom = from.firstDay().isBefore(MEMBER_FROM) ? from.firstDay() : MEMBER_FROM;
		this.workbook.title("企业名录（示例）");
		this.sheet = this.workbook.sheet("名录");
		this.sheet.widths(22, 24, 10, 12, 10, 12, 34, 8, 12, 12, 12, 10, 14, 10, 28, 28);
		write(HEADINGS, Style.HEADING);
		this.sheet.freeze(1, 2);
	}

	void add(SampleFirm firm, boolean exempt) {
		for (SampleTitle title : firm.titles()) {
			String county = (firm.county() != null) ? firm.county().value() : "";
			write(List.of(firm.creditCode().value(), firm.name(), firm.city().value(), county, firm.industryCode(), "是",
					label(title.tier()), title.batch(), title.grantedOn().toString(), title.grantedOn().toString(),
					title.validTo(this.last).toString(), "有效", this.memberFrom.toString(), exempt ? "免报" : "应报",
					exempt ? "整体搬迁停产，经县市区核准免报（示例）" : "", NOTE), Style.TEXT);
		}
	}

	private void write(List<String> cells, Style style) {
		for (int column = 0; column < cells.size(); column++) {
			if (!cells.get(column).isEmpty()) {
				this.sheet.text(this.row, column, cells.get(column), style);
			}
		}
		this.row++;
	}

	private static String label(Tier tier) {
		return switch (tier) {
			case PROVINCIAL_SRDI -> "省级专精特新中小企业";
			case NATIONAL_LITTLE_GIANT -> "国家级专精特新“小巨人”企业";
			case NATIONAL_KEY_LITTLE_GIANT -> "国家级重点“小巨人”企业";
			case PROVINCIAL_CHAMPION -> "省级制造业单项冠军企业";
			case NATIONAL_CHAMPION -> "国家级制造业单项冠军企业";
			default -> tier.name();
		};
	}

	@Override
	public void close() {
		try (this.workbook) {
			this.workbook.save(this.file);
		}
	}

}
