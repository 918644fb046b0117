package org.srdi.monitor.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.ShippedDefinitions;
import org.srdi.monitor.indicator.TinyProvince;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The shipped stages: T-5, T-2, T0, T+1 and T+3 at nine, counted from the 28th, or from
 * the day an enterprise was given instead.
 */
class RemindersIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private final TinyProvince province = new TinyProvince();

	private final HandClock clock = new HandClock();

	private AnnotationConfigApplicationContext context = context(ShippedDefinitions.load());

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void remindsOnceAtEachStageAsLongAsTheReportIsMissing() {
		firm(1, "420102");
		contact("CODE1", 1L, "a@firm.cn", "zh");
		assertThat(remind("2026-10-23T08:59")).isEmpty();
		assertThat(remind("2026-10-23T09:00")).extracting(ReminderRound::stage, ReminderRound::mails)
			.containsExactly(tuple("T-5", 1));
		assertThat(remind("2026-10-23T09:30")).extracting(ReminderRound::stage, ReminderRound::mails)
			.containsExactly(tuple("T-5", 0));
		remind("2026-10-26T09:05");
		this.province.report(OCTOBER, 1);
		assertThat(remind("2026-10-28T09:05")).isEmpty();
		assertThat(keys("a@firm.cn")).containsExactly("reminder/2026-10/T-2/1", "reminder/2026-10/T-5/1");
	}

	@Test
	void sendsOnlyTheNewestStageAfterAnOutage() {
		firm(1, "420102");
		contact("CODE1", 1L, "a@firm.cn", "zh");
		remind("2026-10-31T12:00");
		assertThat(keys("a@firm.cn")).containsExactly("reminder/2026-10/T+3/1");
		assertThat(text("reminder/2026-10/T+3/1")).contains("示例企业1：没有收到报表。已于 2026-10-28 24:00 截止，请尽快报送。");
	}

	@Test
	void survivesClocksThatJump() {
		firm(1, "420102");
		contact("CODE1", 1L, "a@firm.cn", "zh");
		remind("2026-10-26T10:00");
		remind("2026-10-24T10:00"); // back
		remind("2026-10-26T10:00");
		remind("2026-11-20T10:00"); // ahead by a month: October is no news any more
		assertThat(keys("a@firm.cn")).containsExactly("reminder/2026-10/T-2/1", "reminder/2026-10/T-5/1");
	}

	@Test
	void goesByTheEnterprisesOwnDeadline() {
		firm(1, "420102");
		firm(2, "420102");
		contact("CODE1", 1L, "a@firm.cn", "zh");
		contact("CODE2", 2L, "b@firm.cn", "zh");
		extend(2, "2026-11-06T00:00");
		remind("2026-10-29T10:00");
		assertThat(keys("a@firm.cn")).containsExactly("reminder/2026-10/T+1/1");
		assertThat(keys("b@firm.cn")).isEmpty();
		remind("2026-10-31T10:00");
		assertThat(keys("b@firm.cn")).containsExactly("reminder/2026-10/T-5/1");
		assertThat(text("reminder/2026-10/T-5/1")).contains("请于 2026-11-05 24:00 前报送");
	}

	@Test
	void followsADeadlineThatIsRolledOverTheWeekend() {
		this.context.close();
		this.context = context(ShippedDefinitions.loadWithJob("roll: none", "roll: next-working-day"));
		ReportingPeriod november = ReportingPeriod.of(2026, 11); // the 28th is a Saturday
		firm(1, "420102", november);
		contact("CODE1", 1L, "a@firm.cn", "zh");
		assertThat(remind("2026-11-25T08:59")).isEmpty();
		remind("2026-11-25T09:00");
		remind("2026-11-29T10:00");
		remind("2026-11-30T09:00");
		assertThat(keys("a@firm.cn")).containsExactly("reminder/2026-11/T-2/1", "reminder/2026-11/T-5/1",
				"reminder/2026-11/T0/1");
		assertThat(text("reminder/2026-11/T0/1")).contains("请于 2026-11-30 24:00 前报送");
	}

	@Test
	void goesByTheRegisterBeforeTheRosterIsWrittenDown() {
		for (long id = 1; id <= 4; id++) {
			this.province.enterprise(id, "420102");
			contact("CODE" + id, id, "f" + id + "@firm.cn", "zh");
		}
		member(1, "2020-01-01", null, "DUE");
		member(2, "2020-01-01", "2026-10-10", "DUE"); // closed
		member(3, "2020-01-01", null, "EXEMPT");
		remind("2026-10-23T09:00");
		member(4, "2026-10-24", null, "DUE"); // new since then
		remind("2026-10-24T09:00");
		remind("2026-10-24T09:30");
		assertThat(addresses("reminder/2026-10/T-5/1")).containsExactly("f1@firm.cn", "f4@firm.cn");
	}

	@Test
	void writesOneMailToAPersonWhateverTheRolesAndRegions() {
		firm(1, "420102");
		firm(2, "420103");
		firm(3, "420202");
		contact("CODE1", 1L, "li@x.cn", "zh");
		contact("CODE2", 2L, "li@x.cn", "zh");
		contact("420102", null, "officer@x.cn", "en");
		contact("420103", null, "officer@x.cn", "en");
		contact("420100", null, "officer@x.cn", "en");
		contact("420200", null, "li@x.cn", "zh");
		assertThat(remind("2026-10-29T10:00")).singleElement()
			.returns("T+1", ReminderRound::stage)
			.returns(3, ReminderRound::missing)
			.returns(2, ReminderRound::mails)
			.returns(List.of("示例企业3"), ReminderRound::uncontacted)
			.returns(List.of(), ReminderRound::untold);
		assertThat(texts("officer@x.cn")).singleElement()
			.asString()
			.contains("2 reports for 2026-10 are missing (2 silent, 0 returned, 0 held)")
			.contains("- 示例企业1 (Wuhan", "- 示例企业2 (Wuhan");
		assertThat(texts("li@x.cn")).singleElement()
			.asString()
			.contains("您负责的企业 2026-10 月报尚未通过（2 户）")
			.contains("- 示例企业1：", "- 示例企业2：")
			.contains("您负责的地区 2026-10 月报缺 1 户（未报 1、退回 0、待说明 0）")
			.contains("- 示例企业3（黄石市 黄石港区）");
	}

	@Test
	void namesEnterprisesWithoutAContactToTheProvinceAtEveryStage() {
		firm(1, "420102");
		assertThat(remind("2026-10-23T09:00")).singleElement()
			.returns(0, ReminderRound::mails)
			.returns(List.of("示例企业1"), ReminderRound::untold);
		contact("420000", null, "province@x.cn", "zh");
		assertThat(remind("2026-10-23T09:30")).singleElement()
			.returns(1, ReminderRound::mails)
			.returns(List.of("示例企业1"), ReminderRound::uncontacted)
			.returns(List.of(), ReminderRound::untold);
		assertThat(texts("province@x.cn")).singleElement()
			.asString()
			.contains("以下 1 户没有登记联系人")
			.contains("- 示例企业1（武汉市 江岸区）");
	}

	@Test
	void saysWhatToDoWithAReportThatCameBack() {
		firm(1, "420102");
		firm(2, "420102");
		firm(3, "420102");
		contact("CODE1", 1L, "a@firm.cn", "zh");
		contact("CODE2", 2L, "b@firm.cn", "en");
		contact("CODE3", 3L, "c@firm.cn", "zh");
		submission(1, "RETURNED", "ERROR");
		submission(2, "HELD", "WARNING");
		submission(3, "RECEIVED", "WARNING");
		remind("2026-10-26T09:00");
		assertThat(texts("a@firm.cn")).singleElement()
			.asString()
			.contains("退回：1 处错误（V12），改正后重报。请于 2026-10-28 24:00 前报送。")
			.contains("answers/2026-10/1_file.xlsx/");
		assertThat(texts("b@firm.cn")).singleElement()
			.asString()
			.contains("1 warning not explained (V12); explain and send again. Please send it by 2026-10-28 24:00.");
		assertThat(texts("c@firm.cn")).isEmpty(); // waits to be checked
	}

	@Test
	void attachesAWorkbookToALongDigest() {
		for (long id = 1; id <= 21; id++) {
			firm(id, "420102");
		}
		contact("420102", null, "officer@x.cn", "zh");
		remind("2026-10-26T09:00");
		assertThat(texts("officer@x.cn")).singleElement().asString().contains("……另有 1 户，见附件。");
		assertThat(this.province.client().sql("SELECT name FROM notice_attachment").query(String.class).list())
			.containsExactly("2026-10.xlsx");
	}

	@Test
	void leavesNothingBehindIfItDiesBeforeTheEnd() {
		firm(1, "420102");
		firm(2, "420102");
		contact("CODE1", 1L, "a@firm.cn", "zh");
		contact("CODE2", 2L, "b@firm.cn", "zh");
		this.clock.set("2026-10-23T10:00");
		assertThatIllegalStateException().isThrownBy(() -> reminders(new Dying(transactions())).remind(null));
		assertThat(keys("a@firm.cn")).isEmpty();
		remind("2026-10-23T10:30");
		remind("2026-10-23T11:00");
		assertThat(addresses("reminder/2026-10/T-5/1")).containsExactly("a@firm.cn", "b@firm.cn");
	}

	@Test
	void sendsOnceHoweverManyNodesTry() throws Exception {
		for (long id = 1; id <= 12; id++) {
			firm(id, "420102");
			contact("CODE" + id, id, "f" + id + "@firm.cn", "zh");
		}
		this.clock.set("2026-10-23T10:00");
		List<Callable<List<ReminderRound>>> nodes = new ArrayList<>();
		for (int node = 0; node < 3; node++) {
			nodes.add(() -> reminders(transactions()).remind(OCTOBER));
		}
		ExecutorService pool = Executors.newFixedThreadPool(3);
		int mails = 0;
		for (Future<List<ReminderRound>> rounds : pool.invokeAll(nodes)) {
			mails += rounds.get().stream().mapToInt(ReminderRound::mails).sum();
		}
		pool.shutdown();
		assertThat(mails).isEqualTo(12);
		assertThat(addresses("reminder/2026-10/T-5/1")).hasSize(12);
	}

	@Test
	void tellsWhatItWouldDoAndDoesNothing() {
		firm(1, "420102");
		contact("CODE1", 1L, "a@firm.cn", "zh");
		this.clock.set("2026-10-23T10:00");
		Reminders reminders = this.context.getBean(Reminders.class);
		assertThat(reminders.plan(null)).isEqualTo(reminders.plan(OCTOBER))
			.singleElement()
			.returns(1, ReminderRound::mails);
		assertThat(keys("a@firm.cn")).isEmpty();
		reminders.remind(null);
		assertThat(reminders.plan(null)).singleElement().returns(0, ReminderRound::mails);
	}

	private List<ReminderRound> remind(String at) {
		this.clock.set(at);
		return this.context.getBean(Reminders.class).remind(null);
	}

	private Reminders reminders(TransactionOperations transactions) {
		return new Reminders(this.context.getBean(Calls.class), this.context.getBean(Deadlines.class),
				this.context.getBean(Contacts.class), this.context.getBean(Outbox.class),
				new Told(this.province.jdbc()), transactions, this.context.getBean(Definitions.class),
				this.context.getBean(CallSheet.class), this.clock);
	}

	private TransactionOperations transactions() {
		return this.context.getBean(TransactionOperations.class);
	}

	private AnnotationConfigApplicationContext context(Definitions definitions) {
		AnnotationConfigApplicationContext created = new AnnotationConfigApplicationContext();
		created.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("srdi.data-dir", "target/reminders")));
		created.registerBean("businessClock", Clock.class, () -> this.clock);
		created.registerBean("machineClock", InstantSource.class, InstantSource::system);
		created.registerBean(Definitions.class, () -> definitions);
		created.registerBean(JdbcClient.class, this.province::client);
		created.registerBean(NamedParameterJdbcTemplate.class, this.province::jdbc);
		created.registerBean(TransactionTemplate.class, this.province::transaction);
		created.scan("org.srdi.monitor.register", "org.srdi.monitor.deadline", "org.srdi.monitor.notice",
				"org.srdi.monitor.reminder");
		created.refresh();
		return created;
	}

	private void firm(long id, String county) {
		firm(id, county, OCTOBER);
	}

	private void firm(long id, String county, ReportingPeriod period) {
		this.province.enterprise(id, county);
		this.province.roster(period, id, "DUE", county, null, null);
	}

	private void member(long id, String from, String to, String duty) {
		this.province.client()
			.sql("INSERT INTO membership (enterprise_id, valid_from, valid_to, duty) VALUES (:id, :from, :to, :duty)")
			.param("id", id)
			.param("from", from)
			.param("to", to)
			.param("duty", duty)
			.update();
	}

	private void contact(String scope, Long enterprise, String email, String locale) {
		this.province.client()
			.sql("""
					INSERT INTO contact (role, scope, enterprise_id, email, name, locale)
					VALUES ('REMINDER', :scope, :enterprise, :email, :name, :locale)
					""")
			.param("scope", scope)
			.param("enterprise", enterprise)
			.param("email", email)
			.param("name", "某某")
			.param("locale", locale)
			.update();
	}

	private void extend(long enterprise, String due) {
		this.province.client().sql("""
				INSERT INTO deadline_extension (period, enterprise_id, granted_until, due_at, reason, actor, granted_at)
				VALUES ('2026-10', :enterprise, :due, :due, 'x', 'x', :due)
				""").param("enterprise", enterprise).param("due", LocalDateTime.parse(due)).update();
	}

	private void submission(long enterprise, String state, String severity) {
		int id = this.province.submission(OCTOBER, enterprise, 1, false);
		this.province.client()
			.sql("UPDATE submission SET state = :state WHERE id = :id")
			.param("state", state)
			.param("id", id)
			.update();
		this.province.client()
			.sql("INSERT INTO violation (submission_id, seq, rule_code, severity, message, message_en, explained) "
					+ "VALUES (:id, 1, 'V12', :severity, 'x', 'x', FALSE)")
			.param("id", id)
			.param("severity", severity)
			.update();
	}

	private List<String> keys(String address) {
		return this.province.client()
			.sql("SELECT notice_key FROM notice_delivery WHERE address = :address ORDER BY notice_key")
			.param("address", address)
			.query(String.class)
			.list()
			.stream()
			.sorted()
			.toList();
	}

	private List<String> addresses(String key) {
		return this.province.client()
			.sql("SELECT address FROM notice_delivery WHERE notice_key = :key ORDER BY address")
			.param("key", key)
			.query(String.class)
			.list();
	}

	private String text(String key) {
		return this.province.client()
			.sql("SELECT content FROM notice WHERE notice_key = :key")
			.param("key", key)
			.query(String.class)
			.single();
	}

	private List<String> texts(String address) {
		return this.province.client()
			.sql("SELECT n.content FROM notice_delivery d JOIN notice n ON n.id = d.notice_id WHERE d.address = :address")
			.param("address", address)
			.query(String.class)
			.list();
	}

	/** A clock that is set by hand. */
	private static final class HandClock extends Clock {

		private volatile Instant now = Instant.EPOCH;

		void set(String time) {
			this.now = StoredTime.toInstant(LocalDateTime.parse(time));
		}

		@Override
		public ZoneId getZone() {
			return StoredTime.ZONE;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(this.now, zone);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

	/** Dies after the work is done and before it is committed. */
	private record Dying(TransactionOperations transactions) implements TransactionOperations {

		@Override
		public <T> T execute(TransactionCallback<T> action) {
			return this.transactions.execute((status) -> {
				action.doInTransaction(status);
				throw new IllegalStateException("killed");
			});
		}

		@Override
		public void executeWithoutResult(Consumer<TransactionStatus> action) {
			throw new UnsupportedOperationException();
		}

	}

}
