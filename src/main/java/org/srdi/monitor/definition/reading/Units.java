package org.srdi.monitor.definition.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.srdi.monitor.definition.FieldType;

/** The units figures and indicators may have. */
final class Units {

	private static final Map<FieldType, List<String>> OF_TYPE = Map.of(FieldType.AMOUNT, List.of("万元", "万千瓦时"),
			FieldType.RATE, List.of("%", "个百分点"), FieldType.COUNT, List.of("人", "件", "家", "个", "项"));

	private static final Set<String> ALL = Set.of("万元", "亿元", "元", "万千瓦时", "%", "个百分点", "人", "万人", "件", "家", "个", "项",
			"天", "倍", "次");

	private Units() {
	}

	static boolean isKnown(String unit) {
		return ALL.contains(unit);
	}

	/** Returns the units that figures of a type may have. */
	static List<String> of(FieldType type) {
		return OF_TYPE.getOrDefault(type, List.of());
	}

	/** Returns all units for people. */
	static String all() {
		return String.join(" ", ALL.stream().sorted().toList());
	}

}
