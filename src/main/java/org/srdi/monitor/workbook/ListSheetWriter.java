package org.srdi.monitor.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.ListSheet.Column;
import org.srdi.monitor.workbook.ListSheet.Item;

/** Writes a list into a new sheet of a workbook of either format. */
final class ListSheetWriter {

	private static final int HEADING = 2;

	private static final int MOST_CHARACTERS = 4_000;

	private static final float LEAST_HEIGHT = 24;

	private static final float MOST_HEIGHT = 400;

	private final Workbook workbook;

	private final Sheet sheet;

	private final Paint paint;

	private final RowHeights heights = new RowHeights();

	private final Map<List<String>, CellRangeAddressList> choices = new HashMap<>();

	ListSheetWriter(Workbook workbook, Sheet sheet, Paint paint) {
		this.workbook = workbook;
		this.sheet = sheet;
		this.paint = paint;
	}

	void write(ListSheet list) {
		int last = lastVisible(list.columns());
		for (int column = 0; column < list.columns().size(); column++) {
			Column one = list.columns().get(column);
			this.sheet.setColumnWidth(column, one.width() * 256);
			this.sheet.setColumnHidden(column, one.hidden());
			this.heights.width(column, one.width());
			text(HEADING, column, one.heading(), Style.HEADING);
		}
		writeTop(list, last);
		int row = HEADING + 1;
		for (List<Item> line : list.lines()) {
			write(row, line);
			row++;
		}
		this.choices.forEach(this::restrict);
		grow(row);
		print(row - 1, last);
	}

	private static int lastVisible(List<Column> columns) {
		int last = columns.size() - 1;
		while (last > 0 && columns.get(last).hidden()) {
			last--;
		}
		return last;
	}

	private void writeTop(ListSheet list, int last) {
		CellRangeAddress below = new CellRangeAddress(1, 1, 0, last);
		this.sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
		this.sheet.addMergedRegion(below);
		this.heights.merge(below);
		text(0, 0, list.title(), Style.TITLE);
		text(1, 0, list.instruction(), Style.HEADLINE);
		row(0).setHeightInPoints(32);
		this.sheet.createFreezePane(0, HEADING + 1);
		this.sheet.setDisplayGridlines(false);
	}

	private void write(int row, List<Item> line) {
		for (int column = 0; column < line.size(); column++) {
			Item item = line.get(column);
			CellAddress target = item.target();
			Cell cell = text(row, column, (target != null) ? target.toString() : item.text(), item.style());
			if (target != null) {
				cell.setHyperlink(link(target));
			}
			if (!item.choices().isEmpty()) {
				this.choices.computeIfAbsent(item.choices(), (missing) -> new CellRangeAddressList())
					.addCellRangeAddress(row, column, row, column);
			}
		}
	}

	private Cell text(int row, int column, String text, Style style) {
		Cell cell = row(row).createCell(column);
		cell.setCellStyle(this.paint.of(style));
		String shown = (text.length() > MOST_CHARACTERS) ? text.substring(0, MOST_CHARACTERS) + "…" : text;
		if (!shown.isBlank()) {
			cell.setCellValue((this.workbook instanceof HSSFWorkbook) ? shown : Content.escaped(shown));
			if (style.look().wrap()) {
				this.heights.add(row, column, shown, style.look());
			}
		}
		return cell;
	}

	private Row row(int row) {
		Row known = this.sheet.getRow(row);
		return (known != null) ? known : this.sheet.createRow(row);
	}

	private Hyperlink link(CellAddress target) {
		String place = "'" + target.sheet().replace("'", "''") + "'!" + target.local();
		Hyperlink link = this.workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
		if (link instanceof HSSFHyperlink old) {
			old.setTextMark(place);
		}
		else {
			link.setAddress(place);
		}
		return link;
	}

	private void restrict(List<String> options, CellRangeAddressList cells) {
		DataValidationHelper helper = this.sheet.getDataValidationHelper();
		DataValidation validation = helper
			.createValidation(helper.createExplicitListConstraint(options.toArray(String[]::new)), cells);
		validation.setEmptyCellAllowed(true);
		this.sheet.addValidationData(validation);
	}

	private void grow(int end) {
		Map<Integer, Float> needed = this.heights.take();
		for (int row = HEADING; row < end; row++) {
			row(row).setHeightInPoints(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, needed.getOrDefault(row, 0f))));
		}
		row(1).setHeightInPoints(Math.max(LEAST_HEIGHT, needed.getOrDefault(1, 0f)));
	}

	private void print(int lastRow, int lastColumn) {
		PrintSetup setup = this.sheet.getPrintSetup();
		setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
		setup.setLandscape(true);
		setup.setFitWidth((short) 1);
		setup.setFitHeight((short) 0);
		this.sheet.setFitToPage(true);
		this.sheet.setAutobreaks(true);
		this.sheet.setHorizontallyCenter(true);
		for (PageMargin margin : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP)) {
			this.sheet.setMargin(margin, 0.5);
		}
		this.sheet.setMargin(PageMargin.BOTTOM, 0.7);
		this.sheet.getFooter().setCenter("&P / &N");
		this.sheet.setRepeatingRows(new CellRangeAddress(HEADING, HEADING, -1, -1));
		this.workbook.setPrintArea(this.workbook.getSheetIndex(this.sheet), 0, lastColumn, 0, lastRow);
	}

}
