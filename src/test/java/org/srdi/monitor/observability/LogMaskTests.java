package org.srdi.monitor.observability;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The log names nobody. */
class LogMaskTests {

	@Test
	void masksWhatADriverQuotesOfARowItRefuses() {
		assertThat(LogMask.mask("Duplicate entry '91420103MA4L0AXX12-2026-10' for key 'submission.submission_version'"))
			.isEqualTo("Duplicate entry '***' for key 'submission.submission_version'");
		assertThat(LogMask.mask("Unique index violation: \"E ON E(C) VALUES ( /* 1 */ '鄂州某某' )\"; SQL statement"))
			.isEqualTo("Unique index violation: \"E ON E(C) VALUES (***)\"; SQL statement");
		assertThat(LogMask.mask("Incorrect decimal value: '1234.5万' for column 'revenue'"))
			.isEqualTo("Incorrect decimal value: '***' for column 'revenue'");
	}

	@Test
	void masksCodesAddressesTelephonesAndEnterprises() {
		assertThat(LogMask.mask("91420103YP00000765_2026-10.xlsx"))
			.isEqualTo("91420103YP00000765_2026-10.xlsx".replace("91420103YP00000765", "(credit code)"));
		assertThat(LogMask.mask("550 li.na@corp.example.cn unknown")).isEqualTo("550 ***@*** unknown");
		assertThat(LogMask.mask("call 13871234567 or 02787654321")).isEqualTo("call (telephone) or 02787654321");
		assertThat(LogMask.mask("no row for 武汉光迅（示例）科技股份有限公司!")).isEqualTo("no row for (enterprise)!");
	}

	@Test
	void masksSecretsWhereverTheyAreAssigned() {
		assertThat(LogMask.mask("jdbc:mysql://h/srdi?user=srdi&password=s3cret&x=1"))
			.isEqualTo("jdbc:mysql://h/srdi?user=srdi&password=***&x=1");
		assertThat(LogMask.mask("{\"password\": \"s3cret\"}")).doesNotContain("s3cret");
	}

	@Test
	void leavesWhatHelpsToFindACause() {
		String hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
		assertThat(LogMask.mask("The archive has it as " + hash + "; monthly-operations/2026-10/2 broke off"))
			.isEqualTo("The archive has it as " + hash + "; monthly-operations/2026-10/2 broke off");
	}

}
