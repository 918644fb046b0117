package org.srdi.monitor.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

/**
 * Writes letters to files where there is no mail server, to be looked at or sent by hand.
 * The name of a file follows from key and address, so that none is written twice.
 */
final class MailFolder implements WayOut {

	private final Path folder;

	private final InternetAddress from;

	private final Session session = Session.getInstance(new Properties());

	MailFolder(Path folder, InternetAddress from) {
		this.folder = folder;
		this.from = from;
	}

	@Override
	public String name() {
		return "eml";
	}

	@Override
	public String description() {
		return this.folder.toString();
	}

	@Override
	public String messageId(Letter letter) {
		return MailMessage.messageId(letter, this.from);
	}

	@Override
	public Passage open() {
		return new Passage() {

			@Override
			public Letter.Receipt send(Letter letter) throws UndeliveredException {
				return new Letter.Receipt(write(letter));
			}

			@Override
			public void close() {
				// every file is closed already
			}

		};
	}

	private Path write(Letter letter) throws UndeliveredException {
		MailMessage mail = MailMessage.of(letter, this.from, this.session);
		Path file = file(letter);
		try {
			if (!Files.exists(file)) {
				DurableFile.write(file, (out) -> {
					try {
						mail.writeTo(out);
					}
					catch (MessagingException ex) {
						throw new IOException(ex);
					}
				});
			}
			return file;
		}
		catch (IOException ex) {
			throw new UndeliveredException(UndeliveredException.Outlook.NO_WAY_OUT, "unwritable", ex);
		}
	}

	private Path file(Letter letter) {
		String group = letter.notice()
			.period()
			.map(ReportingPeriod::toString)
			.orElseGet(() -> LocalDate.ofInstant(letter.createdAt(), StoredTime.ZONE).toString());
		return this.folder.resolve(group)
			.resolve(plain(letter.notice().key()) + "_" + plain(letter.to().email()) + "_"
					+ letter.identity().substring(0, 8) + ".eml");
	}

	/** Returns a text as part of a file name that is no path on any system. */
	private static String plain(String text) {
		String plain = text.replaceAll("[^\\p{L}\\p{N}@._-]+", "-");
		return (plain.length() <= 60) ? plain : plain.substring(0, 60);
	}

}
