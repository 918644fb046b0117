package org.srdi.monitor.workbook;

import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;

/**
 * Writes the comments of one sheet. Below what somebody else has remarked on a cell ours
 * begins with a word of its own, by which it is found again.
 */
final class Comments {

	static final String AUTHOR = "校核";

	private static final String BEGIN = "【校核】";

	private static final int WIDTH = 320;

	private static final int LINE = 20;

	private static final int LETTERS_A_LINE = 46;

	private static final int MOST_LINES = 40;

	private final Sheet sheet;

	Comments(Sheet sheet) {
		this.sheet = sheet;
	}

	/** Returns whether a comment, or its end, is ours. */
	static boolean isOurs(Comment comment) {
		return text(comment).contains(BEGIN);
	}

	private static String text(Comment comment) {
		RichTextString text = comment.getString();
		return (text != null && text.getString() != null) ? text.getString() : "";
	}

	/** Adds our words to a cell. */
	void add(Cell cell, String words) {
		Comment known = cell.getCellComment();
		if (known == null) {
			write(cell, helper().createRichTextString(BEGIN + "\n" + words), AUTHOR, false);
			return;
		}
		write(cell, joined(known, "\n" + BEGIN + "\n" + words), known.getAuthor(), known.isVisible());
	}

	/** Adds the words of somebody else. */
	void add(Cell cell, String words, String author) {
		write(cell, helper().createRichTextString(words), author, false);
	}

	private CreationHelper helper() {
		return this.sheet.getWorkbook().getCreationHelper();
	}

	private RichTextString joined(Comment known, String words) {
		if (!(known.getString() instanceof XSSFRichTextString rich)) {
			return helper().createRichTextString(text(known) + words);
		}
		XSSFRichTextString joined = new XSSFRichTextString((CTRst) rich.getCTRst().copy());
		joined.append(words);
		return joined;
	}

	private void write(Cell cell, RichTextString text, String author, boolean visible) {
		if (cell.getCellComment() != null) {
			cell.removeCellComment();
		}
		Drawing<?> known = this.sheet.getDrawingPatriarch();
		Drawing<?> drawing = (known != null) ? known : this.sheet.createDrawingPatriarch();
		Comment comment = drawing.createCellComment(anchor(cell, lines(text.getString())));
		comment.setString(text);
		comment.setAuthor(author);
		comment.setVisible(visible);
		cell.setCellComment(comment);
	}

	private static int lines(String text) {
		int lines = text.lines()
			.mapToInt((line) -> 1 + line.codePoints().map((letter) -> (letter < 0x2E80) ? 1 : 2).sum() / LETTERS_A_LINE)
			.sum();
		return Math.min(lines, MOST_LINES);
	}

	/** Places a box beside the cell that is wide and high enough for its lines. */
	private ClientAnchor anchor(Cell cell, int lines) {
		int column = cell.getColumnIndex() + 1;
		int wide = WIDTH;
		while (wide > 0 && column < lastColumn()) {
			wide -= this.sheet.isColumnHidden(column) ? 0 : Math.round(this.sheet.getColumnWidthInPixels(column));
			column++;
		}
		int row = cell.getRowIndex();
		double high = (lines + 1) * LINE;
		while (high > 0 && row < lastRow()) {
			high -= height(row);
			row++;
		}
		ClientAnchor anchor = helper().createClientAnchor();
		anchor.setCol1(firstColumn(cell));
		anchor.setRow1(cell.getRowIndex());
		anchor.setCol2(Math.max(column, anchor.getCol1()));
		anchor.setRow2(Math.max(row, cell.getRowIndex() + 1));
		return anchor;
	}

	/**
	 * The cell to the right, unless it has a comment: POI takes the corner of the box for
	 * the cell until it is told better.
	 */
	private int firstColumn(Cell cell) {
		CellAddress right = new CellAddress(cell.getRowIndex(), Math.min(cell.getColumnIndex() + 1, lastColumn()));
		return (this.sheet.getCellComment(right) == null) ? right.getColumn() : cell.getColumnIndex();
	}

	private int lastColumn() {
		return this.sheet.getWorkbook().getSpreadsheetVersion().getLastColumnIndex();
	}

	private int lastRow() {
		return this.sheet.getWorkbook().getSpreadsheetVersion().getLastRowIndex();
	}

	private double height(int row) {
		org.apache.poi.ss.usermodel.@Nullable Row known = this.sheet.getRow(row);
		if (known != null && known.getZeroHeight()) {
			return 0;
		}
		float points = (known != null) ? known.getHeightInPoints() : this.sheet.getDefaultRowHeightInPoints();
		return points * (double) Units.PIXEL_DPI / Units.POINT_DPI;
	}

	/** Takes our words away, and with them the mark of the cell. */
	void clear(Paint paint) {
		Map<CellAddress, ? extends Comment> comments = this.sheet.getCellComments();
		for (Map.Entry<CellAddress, ? extends Comment> one : comments.entrySet()) {
			if (isOurs(one.getValue())) {
				clear(Cells.at(this.sheet, one.getKey().getRow(), one.getKey().getColumn()), one.getValue(), paint);
			}
		}
	}

	private void clear(Cell cell, Comment comment, Paint paint) {
		String text = text(comment);
		String left = text.substring(0, text.indexOf(BEGIN)).strip();
		if (left.isEmpty()) {
			cell.removeCellComment();
		}
		else {
			write(cell, helper().createRichTextString(left), comment.getAuthor(), comment.isVisible());
		}
		org.apache.poi.ss.usermodel.CellStyle before = paint.unmarked(cell.getCellStyle());
		if (before != null) {
			cell.setCellStyle(before);
		}
	}

}
