package org.srdi.monitor.notice;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

import org.srdi.monitor.core.StoredTime;

/**
 * A letter as a mail. The same letter gives the same bytes, whenever and by whomever they
 * are written.
 */
final class MailMessage extends MimeMessage {

	private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH)
		.withZone(StoredTime.ZONE);

	private final String messageId;

	private MailMessage(Session session, String messageId) {
		super(session);
		this.messageId = messageId;
	}

	/**
	 * Writes a letter.
	 * @param from who sends it
	 * @throws UndeliveredException if it can never be sent, as its address is none
	 */
	static MailMessage of(Letter letter, InternetAddress from, Session session) throws UndeliveredException {
		try {
			MailMessage mail = new MailMessage(session, messageId(letter, from));
			mail.address(letter, from);
			mail.fill(letter);
			mail.saveChanges();
			return mail;
		}
		catch (AddressException ex) {
			throw new UndeliveredException(UndeliveredException.Outlook.NEVER, "bad-address", letter.to().email(), ex);
		}
		catch (MessagingException | IOException ex) {
			throw new UndeliveredException(UndeliveredException.Outlook.LATER, "unwritten", ex);
		}
	}

	/** Returns the name of the mail, which depends on key and address only. */
	static String messageId(Letter letter, InternetAddress from) {
		String address = from.getAddress();
		return "<" + letter.identity().substring(0, 40) + address.substring(address.lastIndexOf('@')) + ">";
	}

	private void address(Letter letter, InternetAddress from) throws MessagingException, IOException {
		setFrom(from);
		setRecipient(Message.RecipientType.TO, address(letter.to().email(), letter.to().name()));
		setSubject(OneLine.of(letter.notice().subject(), 300), "UTF-8");
		setHeader("Date", DATE.format(letter.createdAt()));
		setHeader("Auto-Submitted", "auto-generated");
		setHeader("X-Srdi-Notice", MimeUtility.fold(15, MimeUtility.encodeText(letter.notice().key(), "UTF-8", "B")));
	}

	/** Checks an address and puts a name to it that cannot be more than a name. */
	static InternetAddress address(String email, String name) throws AddressException, UnsupportedEncodingException {
		InternetAddress address = new InternetAddress(email, true);
		address.validate();
		if (!address.getAddress().equals(email) || email.indexOf('@') < 1) {
			throw new AddressException("A single address is expected", email);
		}
		address.setPersonal(name.isEmpty() ? null : OneLine.of(name, 80), "UTF-8");
		return address;
	}

	private void fill(Letter letter) throws MessagingException, IOException {
		if (letter.notice().attachments().isEmpty()) {
			setText(text(letter), "UTF-8");
			return;
		}
		Parts parts = new Parts("=_" + letter.identity().substring(0, 32));
		MimeBodyPart text = new MimeBodyPart();
		text.setText(text(letter), "UTF-8");
		parts.addBodyPart(text);
		for (Attachment attachment : letter.notice().attachments()) {
			parts.addBodyPart(part(attachment));
		}
		setContent(parts);
	}

	/** Mails end their lines like typewriters. */
	private static String text(Letter letter) {
		return letter.notice().text().replaceAll("\\R", "\r\n");
	}

	/**
	 * Names the file twice: as RFC 2231 has it, on one line, since some programs do not
	 * put continued lines together, and as RFC 2047, for those older than that.
	 */
	private static MimeBodyPart part(Attachment attachment) throws MessagingException, IOException {
		MimeBodyPart part = new MimeBodyPart();
		part.attachFile(attachment.file().toFile());
		ContentType type = new ContentType(attachment.mediaType());
		String plain = attachment.name().replace('"', '\'').replace('\\', '-');
		part.setHeader("Content-Type", type + ";\r\n name=\"" + MimeUtility.encodeText(plain, "UTF-8", "B") + "\"");
		part.setHeader("Content-Disposition", "attachment;\r\n filename*=UTF-8''"
				+ URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A"));
		part.setHeader("Content-Transfer-Encoding", "base64");
		return part;
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

	/** Parts of a mail with a boundary that does not depend on time and chance. */
	private static final class Parts extends MimeMultipart {

		Parts(String boundary) throws MessagingException {
			super("mixed");
			ContentType type = new ContentType("multipart", "mixed", null);
			type.setParameter("boundary", boundary);
			this.contentType = type.toString();
		}

	}

}
