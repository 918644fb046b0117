package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.Region.Level;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Due;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Averaged;
import org.srdi.monitor.definition.IndicatorDefinition.Count;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;
import org.srdi.monitor.definition.IndicatorDefinition.OverTime;
import org.srdi.monitor.definition.IndicatorDefinition.OverUnits;
import org.srdi.monitor.definition.IndicatorDefinition.Scaling;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.JobDefinition.Calendar;
import org.srdi.monitor.definition.JobDefinition.January;
import org.srdi.monitor.definition.JobDefinition.OnTime;
import org.srdi.monitor.definition.JobDefinition.Pace;
import org.srdi.monitor.definition.JobDefinition.Roll;
import org.srdi.monitor.definition.RegionalTarget;
import org.srdi.monitor.definition.Section;
import org.srdi.monitor.definition.Section.Layout;
import org.srdi.monitor.definition.WatchDefinition;
import org.srdi.monitor.definition.WorkingDays;

/** Definitions made by hand for {@link TinyProvince}. */
public final class TestDefinitions {

	private TestDefinitions() {
	}

	static Definitions of(IndicatorDefinition... indicators) {
		return of(List.of(indicators), List.of(), List.of(), true);
	}

	public static Definitions of(List<IndicatorDefinition> indicators, List<Pace> paces, List<RegionalTarget> targets,
			boolean stockNested) {
		Calendar calendar = calendar(ReportingPeriod.of(2024, 11), 28, 0, 12);
		JobDefinition job = new JobDefinition("enterprise-monthly", "420000", calendar, List.of(), paces, stockNested,
				new BigDecimal("90"), new BigDecimal("97.5"), List.of(), new JobDefinition.Notices(null, List.of()));
		return new Definitions(job, form(), List.of(), indicators, List.of(), regions(), List.of(), targets,
				WorkingDays.of(List.of()), new WatchDefinition(null, List.of()), "digest");
	}

	/** Returns a calendar with the defaults of {@code job.yaml}. */
	public static Calendar calendar(ReportingPeriod first, int dueDay, int dueMonthOffset, int lockMonths) {
		return new Calendar(ZoneId.of("Asia/Shanghai"), first, January.SEPARATE, 1, 0, dueDay, dueMonthOffset,
				Roll.NONE, 0, false, OnTime.FIRST_ACCEPTED, Duration.ofHours(6), Duration.ofDays(3), lockMonths);
	}

	private static Form form() {
		List<Field> fields = List.of(field("operating_revenue", Span.M, Span.YTD, Span.M_LY, Span.YTD_LY),
				field("rd_expenses", Span.YTD, Span.YTD_LY), field("new_equity_financing", Span.YTD));
		Section section = new Section("figures", "指标", "Figures", Layout.FIGURES,
				List.of(Span.M, Span.YTD, Span.M_LY, Span.YTD_LY), fields);
		return new Form("enterprise-monthly", "2026.1", "月报", "Report", "月报", List.of(), List.of(section), null);
	}

	private static Field field(String code, Span... spans) {
		return new Field(FieldCode.of(code), code, code, List.of(), FieldType.AMOUNT, "万元", "×10,000 yuan",
				List.of(spans), Due.MONTHLY, BigDecimal.ZERO, new BigDecimal("10000000"), null, false, List.of(), null,
				null, null);
	}

	private static List<Region> regions() {
		return List.of(region("420000", null, Level.PROVINCE, "湖北省"), region("420100", "420000", Level.CITY, "武汉市"),
				region("420200", "420000", Level.CITY, "黄石市"), region("420102", "420100", Level.COUNTY, "江岸区"),
				region("420103", "420100", Level.COUNTY, "江汉区"), region("420202", "420200", Level.COUNTY, "黄石港区"));
	}

	private static Region region(String code, String parent, Level level, String name) {
		return new Region(new RegionCode(code), (parent != null) ? new RegionCode(parent) : null, level, name, name);
	}

	static IndicatorDefinition count(String code, Count count) {
		return indicator(code, Kind.COUNT, count, List.of(), List.of(), "1", Scaling.NONE, Averaged.NONE);
	}

	static IndicatorDefinition coverage(String code, Count count, String... weight) {
		return indicator(code, Kind.COVERAGE, count, List.of(weight), List.of(), "1", Scaling.NONE, Averaged.NONE);
	}

	static IndicatorDefinition sum(String code, String figure) {
		return indicator(code, Kind.SUM, null, List.of(figure), List.of(), "1", Scaling.NONE, Averaged.NONE);
	}

	static IndicatorDefinition growth(String code, Kind kind, String current, String base) {
		return indicator(code, kind, null, List.of(current), List.of(base), "1", Scaling.NONE, Averaged.NONE);
	}

	static IndicatorDefinition negativeShare(String code, String figure) {
		return indicator(code, Kind.NEGATIVE_SHARE, null, List.of(figure), List.of(), "1", Scaling.NONE, Averaged.NONE);
	}

	static IndicatorDefinition ratio(String code, List<String> numerator, String denominator, String factor,
			Scaling scaling, Averaged averaged) {
		return indicator(code, Kind.RATIO, null, numerator, List.of(denominator), factor, scaling, averaged);
	}

	private static IndicatorDefinition indicator(String code, Kind kind, Count count, List<String> numerator,
			List<String> denominator, String factor, Scaling scaling, Averaged averaged) {
		return new IndicatorDefinition(code, code, code, kind, count, numerator.stream().map(FigureKey::parse).toList(),
				denominator.stream().map(FigureKey::parse).toList(), new BigDecimal(factor), scaling, averaged, "万元", 2,
				OverTime.NONE, OverUnits.SUM, null);
	}

}
