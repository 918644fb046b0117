package org.srdi.monitor.register;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.srdi.monitor.core.CreditCode;

import static org.assertj.core.api.Assertions.assertThat;

class PlanImportIntegrationTests {

	private static final String HEADER = "统一社会信用代码,企业名称,年度,营业收入目标(万元),研发费用目标(万元),发明专利授权目标(件)";

	private final RegisterDatabase database = new RegisterDatabase();

	private final YearlyPlans plans = new YearlyPlans(this.database.jdbc);

	@TempDir
	Path folder;

	@BeforeEach
	void importFirms() throws IOException {
		Path file = this.folder.resolve("register.csv");
		Files.writeString(file, """
				credit_code,enterprise_name,city_code
				91420100MA00003490,甲,420100
				91420100MA0000226Y,乙,420500
				""");
		assertThat(this.database.importRegister(file).added()).isEqualTo(2);
	}

	@Test
	void takesAColumnPerMeasure() throws IOException {
		PlanResult result = run(HEADER, "91420100MA00003490,甲,2026,\"12,000.50\",600,3",
				"91420100MA0000226Y,乙,2026,800,,0");
		assertThat(result).isEqualTo(new PlanResult(2, 5, 0, 0, List.of()));
		long one = id("91420100MA00003490");
		long two = id("91420100MA0000226Y");
		assertThat(this.plans.targets(List.of(one, two), 2026)).isEqualTo(Map.of(one,
				Map.of("revenue", new BigDecimal("12000.50"), "rd_expenses", new BigDecimal("600.00"), "patents",
						new BigDecimal("3.00")),
				two, Map.of("revenue", new BigDecimal("800.00"), "patents", new BigDecimal("0.00"))));
		assertThat(this.plans.targets(List.of(one), 2025)).isEmpty();
	}

	@Test
	void takesMeasureAndTarget() throws IOException {
		PlanResult result = run("credit_code,plan_year,measure,target", "91420100MA00003490,2026,revenue,100",
				"91420100MA00003490,2026年,发明专利授权目标,2");
		assertThat(result).isEqualTo(new PlanResult(2, 2, 0, 0, List.of()));
		long one = id("91420100MA00003490");
		assertThat(this.plans.targets(List.of(one), 2026)).containsEntry(one,
				Map.of("revenue", new BigDecimal("100.00"), "patents", new BigDecimal("2.00")));
	}

	@Test
	void importingTwiceChangesNothingAndSaysSo() throws IOException {
		run(HEADER, "91420100MA00003490,甲,2026,100,5,1");
		assertThat(fingerprint()).isEqualTo("plans-1.register-1");
		assertThat(run(HEADER, "91420100MA00003490,甲,2026,100.00,5,1"))
			.isEqualTo(new PlanResult(1, 0, 0, 3, List.of()));
		assertThat(fingerprint()).isEqualTo("plans-1.register-1");
		assertThat(run(HEADER, "91420100MA00003490,甲,2026,110,,1")).isEqualTo(new PlanResult(1, 0, 1, 1, List.of()));
		assertThat(fingerprint()).isEqualTo("plans-2.register-1");
	}

	@Test
	void listsEveryBadCellAtOnceAndStoresNothing() throws IOException {
		PlanResult result = run(HEADER, "91420100MA00003490,甲,26,一百,5.001,1.5", ",乙,2026,-1,1,1",
				"91350100M000100Y43,丙,2026,1,1,1", "91420100MA0000226Y,乙,2026,1,,", "91420100MA0000226Y,乙,2026,2,,");
		assertThat(result.problems()).extracting(Problem::place)
			.containsExactly("plans.csv:2:3", "plans.csv:2:4", "plans.csv:2:5", "plans.csv:2:6", "plans.csv:3:1",
					"plans.csv:3:4", "plans.csv:4:1", "plans.csv:6:4");
		assertThat(result.problems().get(7).message()).contains("plans.csv:5:4");
		assertThat(this.database.count("yearly_plan")).isZero();
	}

	@Test
	void saysThatThereIsNoTarget() throws IOException {
		assertThat(run("credit_code,plan_year", "91420100MA00003490,2026").problems()).singleElement()
			.returns("plans.csv", Problem::place)
			.extracting(Problem::messageEn)
			.asString()
			.contains("no target");
	}

	private PlanResult run(String... lines) throws IOException {
		Path file = this.folder.resolve("plans.csv");
		Files.writeString(file, String.join("\n", lines) + "\n");
		return this.database.importPlans(file);
	}

	private long id(String code) {
		return new Enterprises(this.database.client).find(new CreditCode(code)).orElseThrow().id();
	}

	private String fingerprint() {
		return new RegisterChanges(this.database.client).fingerprint();
	}

}
