package org.srdi.monitor.watch;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.WatchDefinition.Expectation;

/**
 * Whether something has happened that had to.
 *
 * @param expectation what had to happen
 * @param key the period, the day, or since when it has not happened
 * @param due by when it had to
 * @param met whether it did
 * @param facts what was found instead, as the words about it need it
 */
public record Verdict(Expectation expectation, String key, Instant due, boolean met, List<Object> facts) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	/** Returns what did not happen and since when, for people. */
	public String text(Locale locale) {
		return Texts.of("watch", locale).get("missing." + kind(), arguments());
	}

	/** Returns what to do about it. */
	public String advice(Locale locale) {
		return Texts.of("watch", locale).get("advice." + kind(), arguments());
	}

	/** Returns what it is called. */
	public String label(Locale locale) {
		return "en".equals(locale.getLanguage()) ? this.expectation.labelEn() : this.expectation.label();
	}

	private String kind() {
		return this.expectation.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private Object[] arguments() {
		return Stream.concat(Stream.of(this.key, shown(this.due)), this.facts.stream().map(Verdict::shown)).toArray();
	}

	private static Object shown(Object fact) {
		return (fact instanceof Instant instant) ? minute(instant) : fact.toString();
	}

	/** Returns an instant as people read it. */
	static String minute(Instant instant) {
		return MINUTE.format(StoredTime.of(instant));
	}

}
