package org.srdi.monitor.notice;

import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.notice.UndeliveredException.Outlook;

/**
 * Hands letters to a mail server, several by one connection. The name of the server is
 * always compared with its certificate.
 */
final class MailServer implements WayOut {

	private static final int CLOSING = 421;

	private final MailProperties settings;

	private final InternetAddress from;

	private final Session session;

	/**
	 * Creates one that connects with the first letter.
	 * @param trust what to trust; null for what the Java platform does
	 */
	MailServer(MailProperties settings, InternetAddress from, @Nullable SSLSocketFactory trust) {
		this.settings = settings;
		this.from = from;
		this.session = Session.getInstance(properties(settings, from, trust));
	}

	private static Properties properties(MailProperties settings, InternetAddress from,
			@Nullable SSLSocketFactory trust) {
		boolean startTls = settings.tls() == MailProperties.Tls.STARTTLS;
		Properties properties = new Properties();
		properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
		properties.put("mail.smtp.from", from.getAddress());
		properties.put("mail.smtp.connectiontimeout", String.valueOf(settings.connectTimeout().toMillis()));
		properties.put("mail.smtp.timeout", String.valueOf(settings.timeout().toMillis()));
		properties.put("mail.smtp.writetimeout", String.valueOf(settings.timeout().toMillis()));
		properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
		properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
		properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailProperties.Tls.TLS));
		properties.put("mail.smtp.ssl.checkserveridentity", "true");
		properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
		if (trust != null) {
			properties.put("mail.smtp.ssl.socketFactory", trust);
		}
		return properties;
	}

	@Override
	public String name() {
		return "smtp";
	}

	@Override
	public String description() {
		return this.settings.toString();
	}

	@Override
	public String messageId(Letter letter) {
		return MailMessage.messageId(letter, this.from);
	}

	@Override
	public Passage open() {
		return new Connection();
	}

	/** A connection, made with the first letter and again after it broke. */
	private final class Connection implements Passage {

		private @Nullable Transport transport;

		@Override
		public Letter.Receipt send(Letter letter) throws UndeliveredException {
			MailMessage mail = MailMessage.of(letter, MailServer.this.from, MailServer.this.session);
			Transport open = connected();
			try {
				open.sendMessage(mail, mail.getAllRecipients());
				return new Letter.Receipt(null);
			}
			catch (SendFailedException ex) {
				throw refused(ex);
			}
			catch (MessagingException ex) {
				close();
				throw new UndeliveredException(Outlook.LATER, "broken", ex);
			}
		}

		private Transport connected() throws UndeliveredException {
			Transport open = this.transport;
			if (open != null && open.isConnected()) {
				return open;
			}
			close();
			try {
				open = MailServer.this.session.getTransport("smtp");
				this.transport = open;
				MailProperties settings = MailServer.this.settings;
				open.connect(settings.host(), settings.portOrUsual(), settings.user(), settings.password());
				return open;
			}
			catch (AuthenticationFailedException ex) {
				throw new UndeliveredException(Outlook.NO_WAY_OUT, "sign-in", ex);
			}
			catch (MessagingException ex) {
				throw new UndeliveredException(Outlook.NO_WAY_OUT, "unreachable", ex);
			}
		}

		@Override
		public void close() {
			Transport open = this.transport;
			this.transport = null;
			if (open == null) {
				return;
			}
			try {
				open.close();
			}
			catch (MessagingException ex) {
				// what was sent was confirmed before
			}
		}

	}

	/**
	 * A refused sender, and a server that says good-bye, concern every letter; a refused
	 * recipient and a refused content only this one. Refusals of 5xx are for good.
	 */
	private static UndeliveredException refused(SendFailedException failure) {
		Exception cause = decisive(failure);
		int code = code(cause);
		if (cause instanceof SMTPSenderFailedException || code == CLOSING) {
			return new UndeliveredException(Outlook.NO_WAY_OUT, "sender-refused", cause);
		}
		boolean forGood = code >= 500 && code < 600;
		return new UndeliveredException(forGood ? Outlook.NEVER : Outlook.LATER, forGood ? "refused" : "put-off",
				cause);
	}

	private static Exception decisive(SendFailedException failure) {
		for (Exception cause = failure; cause != null; cause = next(cause)) {
			if (cause instanceof SMTPAddressFailedException || cause instanceof SMTPSenderFailedException) {
				return cause;
			}
		}
		return failure;
	}

	private static @Nullable Exception next(Exception failure) {
		return (failure instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

	/** Returns the answer of the server; 0 if it gave none. */
	private static int code(Exception failure) {
		if (failure instanceof SMTPAddressFailedException address) {
			return address.getReturnCode();
		}
		if (failure instanceof SMTPSenderFailedException sender) {
			return sender.getReturnCode();
		}
		return (failure instanceof SMTPSendFailedException send) ? send.getReturnCode() : 0;
	}

}
