package org.srdi.monitor.definition.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.srdi.monitor.definition.JobDefinition.Audience;
import org.srdi.monitor.definition.JobDefinition.Reminder;

/** Checks what the {@code reminders} of {@code job.yaml} mean. */
final class ReminderCheck {

	private static final int MOST_DAYS = 20;

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9+_-]{1,20}");

	private static final Comparator<Reminder> ORDER = Comparator.comparingInt(Reminder::days)
		.thenComparing(Reminder::time);

	private final YamlFile file;

	private ReminderCheck(YamlFile file) {
		this.file = file;
	}

	static void check(YamlFile file, List<Reminder> reminders) {
		ReminderCheck check = new ReminderCheck(file);
		Codes codes = new Codes(file);
		for (int i = 0; i < reminders.size(); i++) {
			String path = "reminders[" + i + "]";
			codes.add(path + ".code", reminders.get(i).code());
			if (file.isComplete(path)) {
				check.check(path, reminders.get(i));
				check.checkOrder(path, reminders, i);
			}
		}
	}

	private void check(String path, Reminder reminder) {
		if (!CODE.matcher(reminder.code()).matches()) {
			this.file.mistake(path + ".code", "job.reminder-code", reminder.code());
		}
		if (Math.abs(reminder.days()) > MOST_DAYS) {
			this.file.mistake(path + ".days", "out-of-range", "days", reminder.days(), -MOST_DAYS, MOST_DAYS);
		}
		this.file.refuseEmpty(path + ".to", reminder.to());
		for (int i = 0; i < reminder.to().size(); i++) {
			Audience audience = reminder.to().get(i);
			if (new HashSet<>(reminder.to().subList(0, i)).contains(audience)) {
				this.file.mistake(path + ".to[" + i + "]", "duplicate", audience.name().toLowerCase(Locale.ROOT));
			}
		}
	}

	/** Which stage is the newest must never be in doubt. */
	private void checkOrder(String path, List<Reminder> reminders, int i) {
		if (i > 0 && this.file.isComplete("reminders[" + (i - 1) + "]")
				&& ORDER.compare(reminders.get(i - 1), reminders.get(i)) >= 0) {
			this.file.mistake(path + ".days", "job.reminder-order", reminders.get(i).code(),
					reminders.get(i - 1).code());
		}
	}

}
