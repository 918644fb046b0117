package org.srdi.monitor.definition;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.srdi.monitor.core.FieldCode;

import static org.assertj.core.api.Assertions.assertThat;

class EntryValuesTests {

	private static final Form FORM = ShippedDefinitions.load().form();

	@ParameterizedTest
	@CsvSource({ "正常, NORMAL", "NORMAL, NORMAL", "normal, NORMAL", "' 半 停产', PARTIAL", "Partly suspended, PARTIAL",
			"ＮＯＲＭＡＬ, NORMAL" })
	void readsAnOptionByCodeOrLabel(String text, String code) {
		assertThat(EntryValues.code(field("operating_status"), text)).isEqualTo(code);
	}

	@Test
	void readsNoOptionTheFormLacks() {
		assertThat(EntryValues.code(field("operating_status"), "营业")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "订单不足; ORDERS", "账款拖欠，订单不足; ORDERS,RECEIVABLES", "成本上升、FINANCE; COST,FINANCE",
			"订单不足,订单不足; ORDERS" })
	void readsSeveralOptionsInTheOrderOfTheForm(String text, String codes) {
		assertThat(EntryValues.code(field("q_difficulties"), text)).isEqualTo(codes);
	}

	@Test
	void readsSeveralOptionsOnlyIfItKnowsAll() {
		assertThat(EntryValues.code(field("q_difficulties"), "订单不足，天气")).isNull();
		assertThat(EntryValues.code(field("q_difficulties"), "，")).isNull();
	}

	@Test
	void readsCodesOfRegionsAndIndustries() {
		assertThat(EntryValues.code(field("region_code"), "４２０１００")).isEqualTo("420100");
		assertThat(EntryValues.code(field("region_code"), "武汉")).isNull();
		assertThat(EntryValues.code(field("industry_code"), "C3562")).isEqualTo("3562");
		assertThat(EntryValues.code(field("industry_code"), "35")).isNull();
	}

	@Test
	void readsYesAndNo() {
		assertThat(EntryValues.yesNo("是")).isTrue();
		assertThat(EntryValues.yesNo("TRUE")).isTrue();
		assertThat(EntryValues.yesNo("1")).isTrue();
		assertThat(EntryValues.yesNo(" 否 ")).isFalse();
		assertThat(EntryValues.yesNo("false")).isFalse();
		assertThat(EntryValues.yesNo("0")).isFalse();
		assertThat(EntryValues.yesNo("有")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-31", "2026/10/31", "2026.10.31", "20261031", "2026年10月31日", "２０２６-10-31" })
	void readsDaysAsPeopleWriteThem(String text) {
		assertThat(EntryValues.date(text)).isEqualTo(LocalDate.of(2026, 10, 31));
	}

	@Test
	void readsNoDayThatDoesNotExist() {
		assertThat(EntryValues.date("2026-02-30")).isNull();
		assertThat(EntryValues.date("月底")).isNull();
	}

	@Test
	void tellsWhatToStore() {
		assertThat(EntryValues.value(field("is_above_scale"), "是")).isEqualTo(true);
		assertThat(EntryValues.value(field("reported_on"), "2026/10/31")).isEqualTo(LocalDate.of(2026, 10, 31));
		assertThat(EntryValues.value(field("operating_status"), "停产")).isEqualTo("SUSPENDED");
		assertThat(EntryValues.value(field("filler"), " 张三 ")).isEqualTo("张三");
		assertThat(EntryValues.value(field("reported_on"), "月底")).isNull();
	}

	private static Field field(String code) {
		return FORM.field(FieldCode.of(code)).orElseThrow();
	}

}
