package org.srdi.monitor.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

import org.srdi.monitor.core.CellAddress;

/** Draws the charts of one sheet. */
final class Charts {

	/** From here on the labels of an axis need no decimals. */
	private static final double WIDE_SPAN = 20;

	private static final double TITLE_POINTS = 13;

	private static final int TEXT_POINTS = 9;

	private final XSSFSheet sheet;

	Charts(XSSFSheet sheet) {
		this.sheet = sheet;
	}

	void lines(Chart chart) {
		Drawing drawing = begin(chart, AxisPosition.BOTTOM, AxisPosition.LEFT);
		XDDFLineChartData data = (XDDFLineChartData) drawing.data(ChartTypes.LINE);
		drawing.plot(chart, data);
		for (int i = 0; i < data.getSeriesCount(); i++) {
			XDDFLineChartData.Series line = (XDDFLineChartData.Series) data.getSeries(i);
			line.setSmooth(false);
			line.setMarkerStyle(MarkerStyle.NONE);
			line.setLineProperties(line(Palette.SERIES.get(i % Palette.SERIES.size()), 2.25));
		}
	}

	void columns(Chart chart) {
		bars(chart, begin(chart, AxisPosition.BOTTOM, AxisPosition.LEFT), BarDirection.COL);
	}

	void bars(Chart chart) {
		Drawing drawing = begin(chart, AxisPosition.LEFT, AxisPosition.BOTTOM);
		drawing.categories.setOrientation(AxisOrientation.MAX_MIN);
		drawing.values.setCrosses(AxisCrosses.MAX);
		bars(chart, drawing, BarDirection.BAR);
	}

	private void bars(Chart chart, Drawing drawing, BarDirection direction) {
		XDDFBarChartData data = (XDDFBarChartData) drawing.data(ChartTypes.BAR);
		data.setBarDirection(direction);
		data.setBarGrouping(BarGrouping.CLUSTERED);
		data.setGapWidth(60);
		drawing.plot(chart, data);
		for (int i = 0; i < data.getSeriesCount(); i++) {
			data.getSeries(i).setFillProperties(fill(Palette.SERIES.get(i % Palette.SERIES.size())));
		}
	}

	private Drawing begin(Chart chart, AxisPosition categorySide, AxisPosition valueSide) {
		XSSFChart drawn = drawn(chart);
		XDDFCategoryAxis categories = drawn.createCategoryAxis(categorySide);
		XDDFValueAxis values = drawn.createValueAxis(valueSide);
		title(categories, chart.categoryTitle());
		title(values, chart.valueTitle());
		categories.getOrAddShapeProperties().setLineProperties(line(Palette.LINE, 0.75));
		categories.setMajorTickMark(AxisTickMark.NONE);
		categories.setTickLabelPosition(AxisTickLabelPosition.LOW); // below negative bars
		values.setMajorTickMark(AxisTickMark.NONE);
		values.getOrAddShapeProperties().setLineProperties(line(Palette.WHITE, 0.75));
		values.setCrosses(AxisCrosses.AUTO_ZERO);
		values.setCrossBetween(AxisCrossBetween.BETWEEN);
		values.getOrAddMajorGridProperties().setLineProperties(line(Palette.GREY, 0.75));
		return new Drawing(drawn, categories, values);
	}

	private XSSFChart drawn(Chart chart) {
		CellAddress from = chart.topLeft();
		CellAddress to = chart.bottomRight();
		XSSFDrawing drawing = this.sheet.createDrawingPatriarch();
		XSSFChart drawn = drawing
			.createChart(drawing.createAnchor(0, 0, 0, 0, from.column(), from.row(), to.column() + 1, to.row() + 1));
		drawn.setTitleText(chart.title());
		drawn.setTitleOverlay(false);
		XDDFTextRun letters = drawn.getFormattedTitle().getParagraph(0).iterator().next();
		letters.setFontSize(TITLE_POINTS);
		letters.setBold(true);
		letters.setFontColor(XDDFColor.from(Palette.rgb(Palette.BLUE)));
		dress(drawn);
		drawn.displayBlanksAs(DisplayBlanks.GAP);
		if (chart.series().size() > 1) {
			drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
		}
		return drawn;
	}

	/** Sets the font of all text that sets none of its own. */
	private static void dress(XSSFChart drawn) {
		CTTextBody text = drawn.getCTChartSpace().addNewTxPr();
		text.addNewBodyPr();
		CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
		letters.setSz(TEXT_POINTS * 100);
		letters.addNewLatin().setTypeface(Palette.FONT);
		letters.addNewEa().setTypeface(Palette.FONT);
	}

	private static void title(XDDFChartAxis axis, String title) {
		if (!title.isBlank()) {
			axis.setTitle(title);
		}
	}

	private static XDDFLineProperties line(String colour, double points) {
		XDDFLineProperties line = new XDDFLineProperties(fill(colour));
		line.setWidth(points);
		return line;
	}

	private static XDDFSolidFillProperties fill(String colour) {
		return new XDDFSolidFillProperties(XDDFColor.from(Palette.rgb(colour)));
	}

	private List<@Nullable XSSFCell> cells(Chart.Range range) {
		XSSFSheet source = this.sheet.getWorkbook().getSheet(range.sheet());
		if (source == null) {
			throw new IllegalArgumentException("A chart refers to a sheet '" + range.sheet() + "' that is not there");
		}
		List<@Nullable XSSFCell> cells = new ArrayList<>();
		for (int row = range.row(); row <= range.lastRow(); row++) {
			XSSFRow line = source.getRow(row);
			for (int column = range.column(); column <= range.lastColumn(); column++) {
				cells.add((line != null) ? line.getCell(column) : null);
			}
		}
		return cells;
	}

	private static String formula(Chart.Range range) {
		return new CellRangeAddress(range.row(), range.lastRow(), range.column(), range.lastColumn())
			.formatAsString(range.sheet(), true);
	}

	private XDDFCategoryDataSource categories(Chart.Range range) {
		DataFormatter formatter = new DataFormatter();
		String[] names = cells(range).stream().map(formatter::formatCellValue).toArray(String[]::new);
		return XDDFDataSourcesFactory.fromArray(names, formula(range));
	}

	private @Nullable Double[] values(Chart.Range range) {
		return cells(range).stream().map(Charts::value).toArray(Double[]::new);
	}

	private static @Nullable Double value(@Nullable XSSFCell cell) {
		return (cell != null && cell.getCellType() == CellType.NUMERIC) ? cell.getNumericCellValue() : null;
	}

	/** A chart with its axes, before it has data. */
	private final class Drawing {

		private final XSSFChart drawn;

		private final XDDFCategoryAxis categories;

		private final XDDFValueAxis values;

		Drawing(XSSFChart drawn, XDDFCategoryAxis categories, XDDFValueAxis values) {
			this.drawn = drawn;
			this.categories = categories;
			this.values = values;
		}

		XDDFChartData data(ChartTypes type) {
			XDDFChartData data = this.drawn.createData(type, this.categories, this.values);
			data.setVaryColors(false);
			return data;
		}

		void plot(Chart chart, XDDFChartData data) {
			XDDFCategoryDataSource names = categories(chart.categories());
			for (Chart.Series series : chart.series()) {
				XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(values(series.values()),
						formula(series.values()));
				data.addSeries(names, numbers).setTitle(series.title(), null);
			}
			this.values.setNumberFormat(isWide(chart) ? "#,##0" : "0.0");
			this.drawn.getCTChart().getPlotArea().getValAxArray(0).getNumFmt().setSourceLinked(false);
			this.drawn.plot(data);
		}

		private boolean isWide(Chart chart) {
			return chart.series()
				.stream()
				.flatMap((series) -> Arrays.stream(values(series.values())))
				.anyMatch((value) -> value != null && Math.abs(value) >= WIDE_SPAN);
		}

	}

}
