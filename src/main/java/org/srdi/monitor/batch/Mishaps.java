package org.srdi.monitor.batch;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Causes;
import org.srdi.monitor.core.Texts;

/** What breaks runs off through no fault of theirs, told so that people can act. */
final class Mishaps {

	/** As Linux and Windows say it, the database included; a quota is a disk, too. */
	private static final List<String> FULL = List.of("No space left on device", "Disk quota exceeded", "File too large",
			"There is not enough space on the disk");

	private Mishaps() {
	}

	/** Says in a line what broke a run off, and what is to be done if that is known. */
	static String tell(Throwable failure) {
		String full = sayingFull(failure);
		if (full != null) {
			return Texts.of("batch", Locale.CHINA).get("disk.full", full);
		}
		return Launches.isOutage(failure) ? Texts.of("batch", Locale.CHINA).get("database.away", Causes.of(failure))
				: Causes.of(failure);
	}

	/** Returns whether something failed because there was no room for a file. */
	static boolean isDiskFull(Throwable failure) {
		return sayingFull(failure) != null;
	}

	/** The outermost that says so also says which file it is about. */
	private static @Nullable String sayingFull(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = String.valueOf(cause.getMessage());
			if (FULL.stream().anyMatch(message::contains)) {
				return message.lines().findFirst().orElse(message);
			}
		}
		return null;
	}

}
