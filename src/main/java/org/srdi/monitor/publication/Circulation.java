package org.srdi.monitor.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.definition.RollupDefinition.Every;
import org.srdi.monitor.notice.Attachment;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Notice;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.notice.Recipient;
import org.srdi.monitor.notice.Role;
import org.srdi.monitor.publication.Publications.Issue;
import org.srdi.monitor.publication.Publications.Published;

/**
 * Sends the rollup of a month, or the assessment of a quarter, to the people of the
 * province and its regions who are to have it, with what its cover says, in the language
 * each of them reads.
 */
public final class Circulation {

	private final Definitions definitions;

	private final Publications publications;

	private final RollupWorkbook workbook;

	private final Contacts contacts;

	private final Outbox outbox;

	Circulation(Definitions definitions, Publications publications, RollupWorkbook workbook, Contacts contacts,
			Outbox outbox) {
		this.definitions = definitions;
		this.publications = publications;
		this.workbook = workbook;
		this.contacts = contacts;
		this.outbox = outbox;
	}

	/**
	 * Returns the key of the notices that carry a revision of a month, or of the quarter
	 * that ends with it.
	 */
	public static String key(Every every, ReportingPeriod period, int revision) {
		String what = switch (every) {
			case MONTH -> Notice.ROLLUP;
			case QUARTER -> "assessment";
		};
		return what + "/" + period + "/" + revision;
	}

	/**
	 * Puts what was published into the outbox. Take part in the transaction that records
	 * its publication, so that none is published without being sent.
	 * @param every whether it was the rollup of the month or the assessment of the
	 * quarter
	 * @param period the month, the last one of the quarter
	 * @param revision the revision that was published
	 * @param published its main workbook
	 * @return for how many recipients it is new
	 */
	public int circulate(Every every, ReportingPeriod period, int revision, Published published) {
		RollupDefinition rollup = this.definitions.rollups()
			.stream()
			.filter((one) -> one.every() == every)
			.findFirst()
			.orElseThrow();
		Map<Locale, List<Recipient>> recipients = recipients().values()
			.stream()
			.collect(Collectors.groupingBy(Recipient::locale, LinkedHashMap::new, Collectors.toList()));
		int fresh = 0;
		for (Map.Entry<Locale, List<Recipient>> group : recipients.entrySet()) {
			fresh += this.outbox.put(notice(new Issue(rollup, period, revision, group.getKey()), published),
					group.getValue());
		}
		return fresh;
	}

	/**
	 * Whoever stands in several lists is written to once, in the language named first.
	 */
	private Map<String, Recipient> recipients() {
		Map<String, Recipient> recipients = new LinkedHashMap<>();
		this.contacts.byRegion(Role.ROLLUP).forEach((region, people) -> {
			if (this.definitions.isInProvince(region)) {
				people.forEach((person) -> recipients.putIfAbsent(person.email(), person));
			}
		});
		return recipients;
	}

	private Notice notice(Issue issue, Published published) {
		RollupDefinition rollup = issue.rollup();
		int revision = issue.revision();
		Edition edition = this.workbook.edition(issue, published.at(), this.publications.headline(issue.period()));
		Wording words = edition.words();
		String title = words.choose(rollup.title(), rollup.titleEn());
		String subject = words.text((revision > 1) ? "mail.subject.revised" : "mail.subject", title, edition.time(),
				revision - 1);
		return new Notice(key(rollup.every(), issue.period(), revision), Notice.ROLLUP, subject,
				text(edition, title, published), List.of(Attachment.workbook(published.file())));
	}

	private String text(Edition edition, String title, Published published) {
		Wording words = edition.words();
		String opening = words.text((edition.revision() > 1) ? "mail.opening.revised" : "mail.opening", title,
				edition.time(), edition.revision() - 1);
		String closing = words.text("mail.closing", published.file().getFileName(), published.sha256());
		return opening + (edition.sample() ? "\n" + words.text("sample") : "") + "\n\n"
				+ String.join("\n\n", this.workbook.sentences(edition)) + "\n\n" + closing + "\n";
	}

}
