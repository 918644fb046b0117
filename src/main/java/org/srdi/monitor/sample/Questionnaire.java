package org.srdi.monitor.sample;

import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.FieldCode;

/** Answers the questions of the form, in the mood of the month. */
final class Questionnaire {

	private static final List<String> DIFFICULTIES = List.of("订单不足", "成本上升", "融资困难", "用工短缺", "账款拖欠", "供应不畅", "技术瓶颈");

	private static final List<String> REMARKS = List.of("本月生产经营平稳。", "主要客户订单稳定。", "新产品小批量试制，产能逐步释放。",
			"原材料价格略有波动，影响有限。");

	private final Chance chance;

	Questionnaire(Chance chance) {
		this.chance = chance;
	}

	/**
	 * Puts the answers.
	 * @param growth revenue of the month against last year, 0.05 for 5 % more
	 * @param exports whether the firm exports
	 */
	void answer(Map<FieldCode, String> entries, double growth, boolean exports) {
		double mood = growth + 0.06 * this.chance.normal();
		put(entries, "q_business_climate", choice(mood, "GOOD", "NORMAL", "BAD"));
		put(entries, "q_next_month", choice(mood + 0.08 * this.chance.normal(), "UP", "FLAT", "DOWN"));
		put(entries, "q_domestic_orders", choice(mood + 0.05 * this.chance.normal(), "UP", "FLAT", "DOWN"));
		String abroad = choice(mood + 0.1 * this.chance.normal(), "UP", "FLAT", "DOWN");
		put(entries, "q_export_orders", exports ? abroad : "NONE");
		put(entries, "q_liquidity_tight", this.chance.hits((mood < 0) ? 0.45 : 0.15) ? "是" : "否");
		put(entries, "q_labour_short", this.chance.hits((mood > 0.1) ? 0.3 : 0.12) ? "是" : "否");
		write(entries, mood);
	}

	private void write(Map<FieldCode, String> entries, double mood) {
		String first = this.chance.oneOf(DIFFICULTIES);
		String second = this.chance.oneOf(DIFFICULTIES);
		if (this.chance.hits((mood < 0) ? 0.8 : 0.35)) {
			put(entries, "q_difficulties", first.equals(second) ? first : first + "、" + second);
		}
		if (this.chance.hits(0.25)) {
			put(entries, "remark", this.chance.oneOf(REMARKS));
		}
	}

	private static String choice(double mood, String good, String middling, String bad) {
		if (mood > 0.12) {
			return good;
		}
		return (mood < -0.03) ? bad : middling;
	}

	private static void put(Map<FieldCode, String> entries, String field, String answer) {
		entries.put(FieldCode.of(field), answer);
	}

}
