package org.srdi.monitor.definition.reading;

import java.util.List;

import org.srdi.monitor.definition.JobDefinition.Notices;
import org.srdi.monitor.definition.JobDefinition.QuietHours;

/** Checks when notices go out. */
final class NoticeCheck {

	private static final List<String> KINDS = List.of("rollup", "reminder", "alert");

	private NoticeCheck() {
	}

	static void check(YamlFile file, Notices notices) {
		QuietHours quiet = notices.quietHours();
		if (quiet != null && quiet.from() != null && quiet.from().equals(quiet.to())) {
			file.mistake("notices.quiet-hours.to", "job.quiet-hours", quiet.to());
		}
		for (int i = 0; i < notices.urgent().size(); i++) {
			String kind = notices.urgent().get(i);
			if (kind != null && !KINDS.contains(kind)) {
				file.mistake("notices.urgent[" + i + "]", "job.notice-kind", kind, String.join(", ", KINDS));
			}
		}
	}

}
