package org.srdi.monitor.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;

import static org.assertj.core.api.Assertions.assertThat;

class RostersIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private static final String HEADER = "credit_code,enterprise_name,city_code,county_code,industry_code,tier,batch,valid_to,"
			+ "title_status,member_from,member_to,duty,duty_reason\n";

	private static final String FIRMS = """
			91420100MA00003490,甲,420100,420102,3511,PROVINCIAL_SRDI,1,2026-10-30,有效,2024-11-01,,应报,
			91420100MA00003490,甲,420100,420102,3511,INNOVATIVE_SME,1,2026-10-31,有效,2024-11-01,,应报,
			91420100MA0000226Y,乙,420500,,,NATIONAL_LITTLE_GIANT,3,,有效,2026-10-31,,免报,停产
			91350100M000100Y43,丙,420500,,,,,,,2024-11-01,2026-10-30,应报,
			91110000101623741K,丁,420500,,,,,,,2026-11-01,,应报,
			""";

	private final RegisterDatabase database = new RegisterDatabase();

	private final Rosters rosters = new Rosters(this.database.client, this.database.transactions);

	@TempDir
	Path folder;

	@BeforeEach
	void importFirms() throws IOException {
		importRegister(FIRMS);
	}

	@Test
	void writesDownWhoIsWatchedOnTheLastDay() {
		assertThat(this.rosters.isFrozen(OCTOBER)).isFalse();
		assertThat(this.rosters.freeze(OCTOBER)).isTrue();
		assertThat(this.rosters.isFrozen(OCTOBER)).isTrue();
		assertThat(this.rosters.due(OCTOBER)).isEqualTo(1);
		assertThat(all(OCTOBER)).containsExactly(
				new Member(OCTOBER, id("91420100MA00003490"), Duty.DUE, null, new RegionCode("420100"),
						new RegionCode("420102"), "C", "35", Tier.INNOVATIVE_SME),
				new Member(OCTOBER, id("91420100MA0000226Y"), Duty.EXEMPT, "停产", new RegionCode("420500"), null, null,
						null, Tier.NATIONAL_LITTLE_GIANT));
	}

	@Test
	void keepsOldFactsWhenTheRegisterChangesLater() throws IOException {
		this.rosters.freeze(OCTOBER);
		List<Member> before = all(OCTOBER);
		importRegister("""
				91420100MA00003490,甲,420600,420602,65,NATIONAL_CHAMPION,1,,有效,2024-11-01,2026-09-29,免报,注销
				91110000101623741K,丁,420500,,,,,,,2026-09-01,2026-10-31,应报,
				""");
		assertThat(this.rosters.freeze(OCTOBER)).isFalse();
		assertThat(all(OCTOBER)).isEqualTo(before);
		assertThat(this.rosters.freeze(OCTOBER.previous())).isTrue();
		assertThat(all(OCTOBER.previous())).extracting(Member::enterpriseId)
			.containsExactly(id("91350100M000100Y43"), id("91110000101623741K"));
	}

	@Test
	void freezesOnceHoweverManyTry() throws InterruptedException, ExecutionException {
		ExecutorService executor = Executors.newFixedThreadPool(4);
		List<Future<Boolean>> tries = executor.invokeAll(Collections.nCopies(8, () -> this.rosters.freeze(OCTOBER)));
		executor.shutdown();
		int frozen = 0;
		for (Future<Boolean> attempt : tries) {
			frozen += attempt.get() ? 1 : 0;
		}
		assertThat(frozen).isEqualTo(1);
		assertThat(this.database.count("roster")).isEqualTo(2);
	}

	@Test
	void looksUpMembers() {
		this.rosters.freeze(OCTOBER);
		long on = id("91420100MA00003490");
		long off = id("91350100M000100Y43");
		assertThat(this.rosters.member(OCTOBER, on)).get().returns(true, Member::isDue);
		assertThat(this.rosters.member(OCTOBER, off)).isEmpty();
		assertThat(this.rosters.members(OCTOBER, List.of(on, off))).containsOnlyKeys(on);
		assertThat(this.rosters.member(OCTOBER.next(), on)).isEmpty();
	}

	private List<Member> all(ReportingPeriod period) {
		List<Member> members = new ArrayList<>();
		this.rosters.forEach(period, members::add);
		return members;
	}

	private long id(String code) {
		return new Enterprises(this.database.client).find(new CreditCode(code)).orElseThrow().id();
	}

	private void importRegister(String lines) throws IOException {
		Path file = this.folder.resolve("register.csv");
		Files.writeString(file, HEADER + lines);
		assertThat(this.database.importRegister(file).problems()).isEmpty();
	}

}
