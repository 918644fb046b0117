package org.srdi.monitor.watch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.WatchDefinition;
import org.srdi.monitor.definition.WatchDefinition.Expectation;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Notice;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.notice.Recipient;
import org.srdi.monitor.notice.Role;

/** Writes to those who look after the system, each in their language. */
public final class Alerts {

	private static final Logger log = LoggerFactory.getLogger(Alerts.class);

	private final Outbox outbox;

	private final Contacts contacts;

	private final RegionCode province;

	private final WatchDefinition watch;

	Alerts(Outbox outbox, Contacts contacts, RegionCode province, WatchDefinition watch) {
		this.outbox = outbox;
		this.contacts = contacts;
		this.province = province;
		this.watch = watch;
	}

	/**
	 * What is written.
	 *
	 * @param subject the subject
	 * @param text the text
	 */
	public record Words(String subject, String text) {

	}

	/**
	 * Writes to those with the role alert, once for each key.
	 * @param key names what it is about
	 * @param words what is written, by language
	 * @return how many are written to who were not before
	 */
	public int put(String key, Function<Locale, Words> words) {
		Map<Locale, List<Recipient>> readers = this.contacts.of(Role.ALERT, this.province)
			.stream()
			.collect(Collectors.groupingBy(Recipient::locale));
		if (readers.isEmpty()) {
			log.warn("Nobody has the role alert in {}: nobody is told of {}", this.province.value(), key);
		}
		return readers.entrySet().stream().mapToInt((entry) -> {
			Words said = words.apply(entry.getKey());
			return this.outbox.put(new Notice(key, Notice.ALERT, said.subject(), said.text(), List.of()),
					entry.getValue());
		}).sum();
	}

	void missing(Verdict verdict) {
		put("watch/" + verdict.expectation().code() + "/" + verdict.key(),
				(locale) -> new Words(texts(locale).get("alert.subject", verdict.label(locale), verdict.key()),
						texts(locale).get("alert.text", verdict.text(locale), verdict.advice(locale))));
	}

	void recovered(String code, String key, Instant now) {
		put("recovered/" + code + "/" + key,
				(locale) -> new Words(texts(locale).get("recovered.subject", label(code, locale), key),
						texts(locale).get("recovered.text", label(code, locale), key, Verdict.minute(now))));
	}

	private String label(String code, Locale locale) {
		return this.watch.expectations()
			.stream()
			.filter((expectation) -> expectation.code().equals(code))
			.findFirst()
			.map((expectation) -> label(expectation, locale))
			.orElse(code);
	}

	private static String label(Expectation expectation, Locale locale) {
		return "en".equals(locale.getLanguage()) ? expectation.labelEn() : expectation.label();
	}

	/** Tells that the service was out, and what fell due meanwhile. */
	void outage(Gap gap, List<Verdict> fallenDue) {
		String from = Verdict.minute(gap.from());
		String to = Verdict.minute(gap.to());
		put("outage/" + from, (locale) -> {
			String due = fallenDue.isEmpty() ? texts(locale).get("outage.nothing")
					: fallenDue.stream()
						.map((verdict) -> "- " + verdict.label(locale) + " (" + verdict.key() + ")")
						.collect(Collectors.joining("\n", texts(locale).get("outage.due") + "\n", ""));
			return new Words(texts(locale).get("outage.subject", from, to),
					texts(locale).get("outage.text", from, to, gap.length().toMinutes(), due));
		});
	}

	static Texts texts(Locale locale) {
		return Texts.of("watch", locale);
	}

}
