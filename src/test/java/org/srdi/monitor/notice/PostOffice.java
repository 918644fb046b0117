package org.srdi.monitor.notice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.JobDefinition.Calendar;
import org.srdi.monitor.definition.JobDefinition.Notices;
import org.srdi.monitor.definition.JobDefinition.QuietHours;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox over an empty database, with clocks that are driven. */
final class PostOffice {

	static final Recipient ZHANG = new Recipient("张*", "zhang@example.org", Locale.CHINESE);

	static final Recipient LI = new Recipient("李*", "li@example.org", Locale.CHINESE);

	static final Recipient SMITH = new Recipient("Smith", "smith@example.com", Locale.ENGLISH);

	final DataSource dataSource = TestDatabase.emptied();

	final JdbcClient jdbc = JdbcClient.create(this.dataSource);

	/** How many of the next commits lose a lock to another. */
	final AtomicInteger commitsToLose = new AtomicInteger();

	final TransactionTemplate transactions = TestDatabase.transactions(new JdbcTransactionManager(this.dataSource) {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (PostOffice.this.commitsToLose.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
				throw new CannotAcquireLockException("lost to another");
			}
			super.doCommit(status);
		}

	});

	final DrivenClock machine = new DrivenClock("2026-10-29T10:00");

	final DrivenClock business = new DrivenClock("2026-10-29T10:00");

	private final Path dataDir;

	PostOffice(Path dataDir) {
		this.dataDir = dataDir;
	}

	/** Returns an outbox that writes files. */
	Outbox writing() {
		return outbox(folder());
	}

	MailFolder folder() {
		return new MailFolder(this.dataDir.resolve("outbox/eml"), from());
	}

	/** Returns an outbox that sends by a server on this host without protection. */
	Outbox sendingTo(int port) {
		return outbox(new MailServer(server(port, MailProperties.Tls.NONE, null, null), from(), null));
	}

	static MailProperties server(int port, MailProperties.Tls tls, String user, String password) {
		return new MailProperties("localhost", port, user, password, "monitor@example.org", tls, null,
				Duration.ofSeconds(30), Duration.ofSeconds(30));
	}

	/** Returns an outbox with that way out, as another process of this host has it. */
	Outbox outbox(WayOut wayOut) {
		Deliveries deliveries = new Deliveries(this.jdbc, this.transactions, new Claimant());
		AttachmentFiles files = new AttachmentFiles(this.dataDir);
		Troubles troubles = new Troubles(this.jdbc);
		Dispatcher dispatcher = new Dispatcher(deliveries, files, new SentMarkers(this.dataDir.resolve("outbox/sent")),
				troubles, wayOut, job(), this.business, this.machine);
		return new Outbox(deliveries, files, troubles, dispatcher, new DeliveryDesk(this.jdbc), this.transactions,
				this.business, this.machine);
	}

	static InternetAddress from() {
		try {
			return new InternetAddress("monitor@example.org");
		}
		catch (AddressException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** At night only rollups and alerts go out. */
	private static JobDefinition job() {
		Notices notices = new Notices(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 30)),
				List.of("rollup", "alert"));
		JobDefinition shipped = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly").job();
		Calendar calendar = shipped.calendar();
		return new JobDefinition(shipped.code(), shipped.province(), calendar, List.of(), List.of(), true,
				shipped.coverageMark(), shipped.coverageGoal(), List.of(), notices);
	}

	static Notice rollup(String text, Attachment... attachments) {
		return new Notice("rollup/" + ReportingPeriod.of(2026, 10) + "/1", Notice.ROLLUP, "月报（2026年10月）", text,
				List.of(attachments));
	}

	/** Returns how the deliveries stand: address and state. */
	Map<String, String> states() {
		return column("state");
	}

	/** Returns a column of the deliveries by their addresses. */
	Map<String, String> column(String name) {
		return this.jdbc.sql("SELECT address, " + name + " FROM notice_delivery ORDER BY address")
			.query((row, number) -> new String[] { row.getString(1), String.valueOf(row.getString(2)) })
			.list()
			.stream()
			.collect(Collectors.toMap((row) -> row[0], (row) -> row[1]));
	}

	/** Returns when a delivery is tried next, as in 10:01. */
	String nextAttempt(Recipient to) {
		return this.jdbc.sql("SELECT next_attempt_at FROM notice_delivery WHERE address = :address")
			.param("address", to.email())
			.query(LocalDateTime.class)
			.single()
			.format(DateTimeFormatter.ofPattern("dd HH:mm"));
	}

	/** Forgets all about notices, as an older backup does. */
	void forget() {
		Stream.of("notice_delivery", "notice_attachment", "notice", "notice_channel")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
	}

}
