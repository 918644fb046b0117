package org.srdi.monitor.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.workbook.Table.Column;

/**
 * A contact as a file states it.
 *
 * @param place where the file names the region or enterprise
 * @param key what it is known by
 * @param enterprise the enterprise; null for the staff of a region
 * @param recipient the person
 * @param removed whether the person is no longer written to
 */
record ContactRow(CellAddress place, Key key, @Nullable CreditCode enterprise, Recipient recipient, boolean removed) {

	static final String NAME = "name";

	static final String EMAIL = "email";

	static final String REGION = "region_code";

	static final String CREDIT_CODE = "credit_code";

	static final String ROLE = "role";

	static final String LANGUAGE = "language";

	static final String STATUS = "status";

	/** The columns of a file and what they may be headed. */
	static final List<Column> COLUMNS = List.of(column(NAME, true, "姓名", "Name"),
			column(EMAIL, true, "邮箱", "电子邮箱", "邮件", "Email", "E-mail"), column(REGION, false, "地区代码", "Region code"),
			column(CREDIT_CODE, false, "统一社会信用代码", "信用代码", "Unified social credit code"),
			column(ROLE, true, "角色", "Role"), column(LANGUAGE, false, "语言", "Language"),
			column(STATUS, false, "状态", "Status"));

	private static Column column(String code, boolean required, String... labels) {
		return new Column(code, required, List.of(labels));
	}

	/** What a contact is known by. */
	record Key(Role role, String scope, String email) {

	}

}
