package org.srdi.monitor.register;

import java.util.List;

import org.srdi.monitor.workbook.Table.Column;

/** The columns of a register file and what they may be headed. */
final class RegisterColumns {

	static final String CREDIT_CODE = "credit_code";

	static final String NAME = "enterprise_name";

	static final String CITY_CODE = "city_code";

	static final String CITY_NAME = "city_name";

	static final String COUNTY = "county_code";

	static final String INDUSTRY = "industry_code";

	static final String ABOVE_SCALE = "is_above_scale";

	static final String TIER = "tier";

	static final String BATCH = "batch";

	static final String GRANTED_ON = "granted_on";

	static final String VALID_FROM = "valid_from";

	static final String VALID_TO = "valid_to";

	static final String STATUS = "title_status";

	static final String MEMBER_FROM = "member_from";

	static final String MEMBER_TO = "member_to";

	static final String DUTY = "duty";

	static final String REASON = "duty_reason";

	static final String NOTE = "note";

	static final List<Column> ALL = List.of(column(CREDIT_CODE, "统一社会信用代码", "信用代码", "Unified social credit code"),
			new Column(NAME, true, List.of("企业名称", "单位名称", "Enterprise name")), column(CITY_CODE, "市州代码", "City code"),
			column(CITY_NAME, "市州", "市州名称", "City"), column(COUNTY, "县市区代码", "County code"),
			column(INDUSTRY, "行业代码", "国民经济行业代码", "Industry code"), column(ABOVE_SCALE, "是否规模以上", "Above scale"),
			column(TIER, "称号", "梯度", "称号/梯度", "Tier", "Title"), column(BATCH, "批次", "Batch"),
			column(GRANTED_ON, "认定日期", "Granted on"), column(VALID_FROM, "有效期起", "Valid from"),
			column(VALID_TO, "有效期止", "Valid to"), column(STATUS, "称号状态", "Title status"),
			column(MEMBER_FROM, "纳入监测日期", "Member from"), column(MEMBER_TO, "退出监测日期", "Member to"),
			column(DUTY, "报送义务", "Duty"), column(REASON, "免报原因", "Reason for exemption"), column(NOTE, "备注", "Note"));

	private RegisterColumns() {
	}

	private static Column column(String code, String... labels) {
		return new Column(code, false, List.of(labels));
	}

}
