package org.srdi.monitor.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.publication.Exports.Format;
import org.srdi.monitor.publication.Exports.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class ExportsIntegrationTests {

	/** What is exported if all came in the other way round. */
	private static final Map<String, String> OTHER = new HashMap<>();

	private static final Desk DESK = otherThen(filled(false));

	private static Desk otherThen(Desk other) {
		for (Kind kind : Kind.values()) {
			for (Format format : Format.values()) {
				OTHER.put(kind + "." + format, export(other, kind, format));
			}
		}
		other.close();
		return filled(true);
	}

	@AfterAll
	static void close() {
		DESK.close();
	}

	@Test
	void writesFlagsAsCsv() {
		assertThat(export(DESK, Kind.FLAGS, Format.CSV)).isEqualTo(
				"""
						period,credit_code,enterprise_name,city_code,city_name,measure,level,state,months_flagged,target,path,path_basis,actual,gap,pace,months_behind
						2026-10,91420100MA0000001A,示例企业甲,420100,武汉市,revenue,RED,PERSISTING,3,1200.00,1000.000000,SEASONAL,700.00,-300.000000,0.70000000,1.5000
						2026-10,91420200MA0000002B,'=示例企业乙,420200,黄石市,patents,AMBER,NEW,1,6.00,5.000000,SEASONAL,4.00,-1.000000,0.80000000,1.5000
						""");
	}

	@Test
	void writesFlagsAsJson() {
		assertThat(export(DESK, Kind.FLAGS, Format.JSON)).startsWith("""
				[
				{"period":"2026-10","credit_code":"91420100MA0000001A","enterprise_name":"示例企业甲",""")
			.contains("\"months_flagged\":3,\"target\":1200.00,\"path\":1000.000000,")
			.contains("\"enterprise_name\":\"=示例企业乙\"")
			.endsWith("\"months_behind\":1.5000}]\n");
	}

	@Test
	void writesReportsWithEveryFigureButNoSurrogate() {
		String[] lines = export(DESK, Kind.REPORTS, Format.CSV).split("\n", -1);
		assertThat(lines).hasSize(4);
		assertThat(lines[0])
			.startsWith("credit_code,enterprise_name,city_code,city_name,version_no,period,region_code,")
			.contains(",operating_revenue_ytd,")
			.endsWith(",employees_average_avg,employees_average_avg_ly")
			.doesNotContain("submission_id", "enterprise_id");
		assertThat(lines[1]).startsWith("91420100MA0000001A,示例企业甲,420100,武汉市,1,2026-10,").contains(",-0.50,");
	}

	@Test
	void writesViolationsByTheirVersion() {
		assertThat(export(DESK, Kind.VIOLATIONS, Format.CSV)).isEqualTo(
				"""
						credit_code,enterprise_name,period,version_no,file_name,position,seq,rule_code,severity,cell,explained,message,message_en
						91420200MA0000002B,'=示例企业乙,2026-10,1,=示例企业乙_2026-10_1.xlsx,0,1,V12,ERROR,月报!F12,false,不等于,In English: V12
						"""
					.replace(",=示", ",'=示"));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void writesTheSameBytesWhateverTheOrderOfArrival(Kind kind) {
		for (Format format : Format.values()) {
			assertThat(withoutFiles(export(DESK, kind, format)))
				.isEqualTo(withoutFiles(OTHER.get(kind + "." + format)));
		}
	}

	@Test
	void writesAHeaderOrAnEmptyArrayWhereThereIsNothing() {
		ReportingPeriod november = Desk.OCTOBER.next();
		assertThat(export(DESK, Kind.INDICATORS, november, Format.CSV))
			.isEqualTo("period,grouping_code,member,indicator,indicator_value,numerator,denominator,firms,outcome\n");
		assertThat(export(DESK, Kind.INDICATORS, november, Format.JSON)).isEqualTo("[]\n");
	}

	/** Two enterprises, which come in this order or the other. */
	private static Desk filled(boolean inOrder) {
		Desk desk = new Desk();
		if (inOrder) {
			first(desk);
			second(desk);
		}
		else {
			second(desk);
			first(desk);
		}
		desk.indicators().aggregate(Desk.OCTOBER);
		return desk;
	}

	private static void first(Desk desk) {
		desk.firm("91420100MA0000001A", "示例企业甲", "420100", "27", Tier.NATIONAL_LITTLE_GIANT)
			.due(Desk.OCTOBER)
			.report(Desk.OCTOBER, "operating_revenue_ytd", 700, "operating_revenue_ytd_ly", 650, "total_profit_ytd",
					-0.5)
			.flag("revenue", "RED", "PERSISTING", 3, "1200", "1000", "700");
	}

	private static void second(Desk desk) {
		desk.firm("91420200MA0000002B", "=示例企业乙", "420200", "65", Tier.PROVINCIAL_SRDI)
			.due(Desk.OCTOBER)
			.refused(Desk.OCTOBER, "RETURNED", "V12", "月报!F12", "不等于")
			.report(Desk.OCTOBER, "operating_revenue_ytd", 300)
			.flag("patents", "AMBER", "NEW", 1, "6", "5", "4");
	}

	/** The desk numbers its files as they come, so that their hashes and times differ. */
	private static String withoutFiles(String export) {
		return export.replaceAll("[0-9a-f]{64}", "hash").replaceAll("2026-10-20T[0-9:]+", "time");
	}

	private static String export(Desk desk, Kind kind, Format format) {
		return export(desk, kind, Desk.OCTOBER, format);
	}

	private static String export(Desk desk, Kind kind, ReportingPeriod period, Format format) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		desk.exports().write(kind, period, format, out);
		return out.toString(StandardCharsets.UTF_8);
	}

}
