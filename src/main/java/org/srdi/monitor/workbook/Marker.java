package org.srdi.monitor.workbook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.MarkedCopy.Remark;

/** Marks the cells of an open workbook and adds the list. */
final class Marker {

	/** An earlier list has its heading near the top. */
	private static final int DEEPEST_HEADING = 10;

	private static final int LONGEST_NAME = 31;

	private final Workbook workbook;

	private final Paint paint;

	Marker(Workbook workbook) {
		this.workbook = workbook;
		this.paint = Paint.of(workbook);
	}

	/**
	 * Takes away what an earlier copy has added: its list, its comments and its fills.
	 */
	void clear(ListSheet list) {
		for (int i = this.workbook.getNumberOfSheets() - 1; i >= 0; i--) {
			Sheet sheet = this.workbook.getSheetAt(i);
			if (isEarlier(sheet, list) && this.workbook.getNumberOfSheets() > 1) {
				this.workbook.removeSheetAt(i);
			}
			else {
				new Comments(sheet).clear(this.paint);
			}
		}
	}

	private static boolean isEarlier(Sheet sheet, ListSheet list) {
		return IntStream.range(0, DEEPEST_HEADING)
			.mapToObj(sheet::getRow)
			.filter(Objects::nonNull)
			.anyMatch((row) -> list.heading().test(Cells.texts(row)));
	}

	/** Writes comments of somebody else. */
	void restore(List<LeanPackage.Note> notes) {
		for (LeanPackage.Note note : notes) {
			Sheet sheet = this.workbook.getSheet(note.cell().sheet());
			new Comments(sheet).add(Cells.at(sheet, note.cell().row(), note.cell().column()), note.text(),
					note.author());
		}
	}

	/** Marks cells; those of sheets that are not there are passed over. */
	void mark(Map<CellAddress, Remark> remarks) {
		remarks.forEach((address, remark) -> {
			Sheet sheet = this.workbook.getSheet(address.sheet());
			if (sheet != null) {
				mark(sheet, address, remark);
			}
		});
	}

	private void mark(Sheet sheet, CellAddress address, Remark remark) {
		Cell cell = Cells.shown(sheet, address.row(), address.column());
		CellStyle style = this.paint.marked(cell.getCellStyle(), remark.mark());
		if (style != null) {
			cell.setCellStyle(style);
		}
		new Comments(sheet).add(cell, remark.words());
	}

	/** Adds the list behind the other sheets and opens the workbook there. */
	void add(ListSheet list) {
		Sheet sheet = this.workbook.createSheet(freeName(list.name()));
		new ListSheetWriter(this.workbook, sheet, this.paint).write(list);
		int index = this.workbook.getSheetIndex(sheet);
		for (int i = 0; i < index; i++) {
			// else what is typed goes into all
			this.workbook.getSheetAt(i).setSelected(false);
		}
		this.workbook.setActiveSheet(index);
		this.workbook.setSelectedTab(index);
	}

	private String freeName(String name) {
		String free = name;
		for (int i = 2; this.workbook.getSheetIndex(free) >= 0; i++) {
			String number = " (" + i + ")";
			free = name.substring(0, Math.min(name.length(), LONGEST_NAME - number.length())) + number;
		}
		return free;
	}

}
