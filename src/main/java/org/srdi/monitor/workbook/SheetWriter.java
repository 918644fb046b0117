package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Texts;

/**
 * Writes one sheet. Rows and columns count from 0, last rows and columns are inclusive,
 * and a null or blank value leaves an empty cell of the style.
 */
public final class SheetWriter {

	/** Workbooks are Chinese, whoever writes them. */
	private static final Texts TEXTS = Texts.of("workbook", Locale.CHINESE);

	/** Longer lists, commas included, are refused by spreadsheet programs. */
	private static final int LONGEST_INLINE_LIST = 255;

	private static final int MOST_CHARACTERS_WIDE = 255;

	private static final float DEFAULT_HEIGHT = 18;

	private final WorkbookWriter workbook;

	private final Sheet sheet;

	/** The sheet itself, or what surrounds the rows of a streamed one. */
	private final XSSFSheet frame;

	private final RowHeights heights = new RowHeights();

	SheetWriter(WorkbookWriter workbook, Sheet sheet, XSSFSheet frame) {
		this.workbook = workbook;
		this.sheet = sheet;
		this.frame = frame;
		frame.setDefaultRowHeightInPoints(DEFAULT_HEIGHT);
		frame.getCTWorksheet().getSheetFormatPr().unsetCustomHeight();
		workbook.finish(this::grow);
	}

	/** Writes text, also if it looks like a number or a formula. */
	public SheetWriter text(int row, int column, @Nullable String text, Style style) {
		Cell cell = cell(row, column, style);
		if (text != null && !text.isBlank()) {
			cell.setCellValue(Content.escaped(text));
			wrap(row, column, text, style);
		}
		return this;
	}

	private void wrap(int row, int column, String text, Style style) {
		if (!style.look().wrap()) {
			return;
		}
		this.heights.add(row, column, text, style.look());
		if (this.workbook.isStreaming()) {
			grow(); // the row is gone later
		}
	}

	private void grow() {
		this.heights.take().forEach((index, points) -> {
			Row row = row(index);
			row.setHeightInPoints(Math.max(row.getHeightInPoints(), points));
		});
	}

	/** Writes a native number in the format of the style. */
	public SheetWriter number(int row, int column, @Nullable BigDecimal number, Style style) {
		Cell cell = cell(row, column, style);
		if (number != null) {
			cell.setCellValue(number.doubleValue());
		}
		return this;
	}

	/** Writes text that leads to another cell of the workbook. */
	public SheetWriter link(int row, int column, String text, CellAddress target, Style style) {
		Hyperlink link = this.workbook.frame().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
		link.setAddress("'" + target.sheet().replace("'", "''") + "'!" + target.local());
		Cell cell = cell(row, column, style);
		cell.setCellValue(text);
		cell.setHyperlink(link);
		return this;
	}

	/** Merges cells; those that are there keep their style. */
	public SheetWriter merge(int row, int column, int lastRow, int lastColumn) {
		if (row != lastRow || column != lastColumn) {
			CellRangeAddress region = new CellRangeAddress(row, lastRow, column, lastColumn);
			this.sheet.addMergedRegion(region);
			this.heights.merge(region);
		}
		return this;
	}

	/** Sets the widths of the first columns, in digits of the normal font. */
	public SheetWriter widths(int... characters) {
		for (int column = 0; column < characters.length; column++) {
			this.sheet.setColumnWidth(column, Math.min(characters[column], MOST_CHARACTERS_WIDE) * 256);
			this.heights.width(column, characters[column]);
		}
		return this;
	}

	/**
	 * Sets the height of a row in points; without it, the row is as high as its wrapped
	 * text needs. A streamed sheet needs its widths for that before its rows.
	 */
	public SheetWriter height(int row, int points) {
		row(row).setHeightInPoints(points);
		this.heights.fix(row);
		return this;
	}

	/** Keeps the first rows and columns in view. */
	public SheetWriter freeze(int rows, int columns) {
		this.sheet.createFreezePane(columns, rows);
		return this;
	}

	/** Lets the reader filter a table; the first row is its header. */
	public SheetWriter filter(int row, int column, int lastRow, int lastColumn) {
		this.sheet.setAutoFilter(new CellRangeAddress(row, lastRow, column, lastColumn));
		return this;
	}

	/**
	 * Sets up printing on A4, fitted to its width, with page numbers.
	 * @param landscape whether the paper lies
	 * @param repeatRows how many first rows every page repeats
	 * @param lastRow the last row that is printed
	 * @param lastColumn the last column that is printed
	 */
	public SheetWriter print(boolean landscape, int repeatRows, int lastRow, int lastColumn) {
		PrintSetup setup = this.sheet.getPrintSetup();
		setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
		setup.setLandscape(landscape);
		setup.setFitWidth((short) 1);
		setup.setFitHeight((short) 0);
		this.sheet.setFitToPage(true);
		this.sheet.setHorizontallyCenter(true);
		margins();
		this.sheet.getFooter().setCenter(TEXTS.get("print.pages"));
		if (repeatRows > 0) {
			this.sheet.setRepeatingRows(new CellRangeAddress(0, repeatRows - 1, -1, -1));
		}
		this.workbook.frame().setPrintArea(this.workbook.frame().getSheetIndex(this.frame), 0, lastColumn, 0, lastRow);
		return this;
	}

	private void margins() {
		this.sheet.setMargin(PageMargin.LEFT, 0.5);
		this.sheet.setMargin(PageMargin.RIGHT, 0.5);
		this.sheet.setMargin(PageMargin.TOP, 0.6);
		this.sheet.setMargin(PageMargin.BOTTOM, 0.7);
	}

	/** Begins a new page with a row when printing. */
	public SheetWriter breakBefore(int row) {
		this.sheet.setRowBreak(row - 1);
		return this;
	}

	/** Lets cells be chosen from a list and refuses anything else. */
	public SheetWriter choices(int row, int column, int lastRow, int lastColumn, List<String> options) {
		DataValidationHelper helper = this.sheet.getDataValidationHelper();
		DataValidationConstraint constraint = fitsInline(options)
				? helper.createExplicitListConstraint(options.toArray(String[]::new))
				: helper.createFormulaListConstraint(this.workbook.options().formula(options));
		DataValidation validation = helper.createValidation(constraint, region(row, column, lastRow, lastColumn));
		refuse(validation, TEXTS.get("input.choose"), TEXTS.get("input.choose.text"));
		this.sheet.addValidationData(validation);
		return this;
	}

	private static boolean fitsInline(List<String> options) {
		return options.stream().noneMatch((option) -> option.contains(",") || option.contains("\""))
				&& String.join(",", options).length() <= LONGEST_INLINE_LIST;
	}

	/**
	 * Accepts numbers only, shows a prompt beside the cell.
	 * @param min the smallest number
	 * @param max the largest number
	 * @param promptTitle the title of the prompt
	 * @param prompt what is to be filled in, with its unit
	 * @param whole whether only whole numbers are accepted
	 */
	public SheetWriter numbers(int row, int column, int lastRow, int lastColumn, BigDecimal min, BigDecimal max,
			String promptTitle, String prompt, boolean whole) {
		DataValidationHelper helper = this.sheet.getDataValidationHelper();
		int kind = whole ? DataValidationConstraint.ValidationType.INTEGER
				: DataValidationConstraint.ValidationType.DECIMAL;
		DataValidationConstraint constraint = helper.createNumericConstraint(kind,
				DataValidationConstraint.OperatorType.BETWEEN, min.toPlainString(), max.toPlainString());
		DataValidation validation = helper.createValidation(constraint, region(row, column, lastRow, lastColumn));
		validation.createPromptBox(shortened(promptTitle, 32), shortened(prompt, 255));
		validation.setShowPromptBox(true);
		refuse(validation, TEXTS.get("input.number"),
				TEXTS.get(whole ? "input.whole.text" : "input.number.text", min.toPlainString(), max.toPlainString()));
		this.sheet.addValidationData(validation);
		return this;
	}

	private static CellRangeAddressList region(int row, int column, int lastRow, int lastColumn) {
		return new CellRangeAddressList(row, lastRow, column, lastColumn);
	}

	private static void refuse(DataValidation validation, String title, String text) {
		validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
		validation.createErrorBox(title, text);
		validation.setShowErrorBox(true);
		validation.setEmptyCellAllowed(true);
	}

	private static String shortened(String text, int most) {
		return (text.length() <= most) ? text : text.substring(0, most - 1) + "…";
	}

	/** Locks all cells but those of the input styles, without a password. */
	public SheetWriter protect() {
		this.frame.enableLocking();
		this.frame.lockFormatColumns(false);
		this.frame.lockFormatRows(false);
		this.frame.lockSelectLockedCells(false);
		this.frame.lockSelectUnlockedCells(false);
		return this;
	}

	/** Hides the sheet so that only a program can show it again. */
	public SheetWriter hide() {
		this.workbook.frame()
			.setSheetVisibility(this.workbook.frame().getSheetIndex(this.frame), SheetVisibility.VERY_HIDDEN);
		return this;
	}

	/** Colours the tab of the sheet. */
	public SheetWriter tab(Tone tone) {
		this.frame.setTabColor(Palette.colour(tone.colour()));
		return this;
	}

	/**
	 * Draws lines, one per series.
	 * @throws UnsupportedOperationException in a streamed workbook
	 */
	public SheetWriter lineChart(Chart chart) {
		return draw((charts) -> charts.lines(chart));
	}

	/**
	 * Draws horizontal bars, the first category on top: for rankings and long names.
	 * @throws UnsupportedOperationException in a streamed workbook
	 */
	public SheetWriter barChart(Chart chart) {
		return draw((charts) -> charts.bars(chart));
	}

	/**
	 * Draws upright bars: for a few short categories.
	 * @throws UnsupportedOperationException in a streamed workbook
	 */
	public SheetWriter columnChart(Chart chart) {
		return draw((charts) -> charts.columns(chart));
	}

	private SheetWriter draw(Consumer<Charts> drawing) {
		if (this.workbook.isStreaming()) {
			throw new UnsupportedOperationException(
					"A streamed sheet keeps no cells to draw a chart from: use WorkbookWriter.styled()");
		}
		this.workbook.finish(() -> drawing.accept(new Charts(this.frame)));
		return this;
	}

	private Cell cell(int row, int column, Style style) {
		Cell cell = row(row).getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
		cell.setCellStyle(this.workbook.styles().of(style));
		return cell;
	}

	private Row row(int row) {
		Row known = this.sheet.getRow(row);
		return (known != null) ? known : this.sheet.createRow(row);
	}

}
