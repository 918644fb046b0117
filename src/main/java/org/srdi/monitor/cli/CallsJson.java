package org.srdi.monitor.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.reminder.CallList;
import org.srdi.monitor.reminder.MissingReport;

/** Puts a list of calls into JSON for programs; rates are in % with two decimals. */
final class CallsJson {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private CallsJson() {
	}

	static String of(CallList list) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		object.put("period", list.period().toString());
		object.put("region", list.scope().code().value());
		object.put("goal", list.goal());
		object.put("basis", key(list.basis()));
		object.put("due", list.due());
		object.put("accepted", list.accepted());
		object.put("missing", list.missing());
		object.put("unchecked", list.waiting());
		object.put("coverage", list.coverage());
		object.put("expectedWithoutCalls", list.uncalled());
		object.put("outcome", key(list.outcome()));
		object.put("callsNeeded", list.needed());
		object.put("expectedWithCalls", list.expected());
		object.put("calls", list.calls().stream().map(CallsJson::call).toList());
		return JSON.writeValueAsString(object);
	}

	private static Map<String, @Nullable Object> call(CallList.Call call) {
		MissingReport report = call.report();
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		object.put("rank", call.rank());
		object.put("enterprise", report.name());
		object.put("creditCode", report.creditCode());
		object.put("city", report.city().value());
		object.put("county", (report.county() != null) ? report.county().value() : null);
		object.put("state", key(report.standing()));
		object.put("errors", report.findings().errors());
		object.put("unexplained", report.findings().unexplained());
		object.put("due", report.due().toString());
		object.put("share", call.share());
		object.put("probability", call.probability());
		object.put("gain", call.gain());
		object.put("reached", call.reached());
		return object;
	}

	private static String key(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
