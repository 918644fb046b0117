package org.srdi.monitor.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.srdi.monitor.notice.PostOffice.LI;
import static org.srdi.monitor.notice.PostOffice.SMITH;
import static org.srdi.monitor.notice.PostOffice.ZHANG;

/** Notices go out once for each key and address, whatever happens in between. */
class OutboxIntegrationTests {

	@TempDir
	private Path dataDir;

	private PostOffice office;

	@BeforeEach
	void openOffice() {
		this.office = new PostOffice(this.dataDir);
	}

	@Test
	void takesANoticeOfAKeyOnceForEachRecipientWhateverItSays() {
		Outbox outbox = this.office.writing();
		assertThat(outbox.put(PostOffice.rollup("first"), List.of(ZHANG, LI))).isEqualTo(2);
		assertThat(outbox.put(PostOffice.rollup("first"), List.of(ZHANG, LI))).isZero();
		assertThat(outbox.put(PostOffice.rollup("second"), List.of(ZHANG, LI, SMITH))).isEqualTo(1);
		Recipient shouting = new Recipient("Smith", "SMITH@Example.com", Locale.ENGLISH);
		assertThat(outbox.put(PostOffice.rollup("third"), List.of(shouting, shouting))).isZero();
		assertThat(outbox.counts("rollup/2026-10/1")).containsEntry(DeliveryState.QUEUED, 3)
			.containsEntry(DeliveryState.SENT, 0);
		assertThat(outbox.put(PostOffice.rollup("none"), List.of())).isZero();
	}

	@Test
	void takesPartInTheTransactionOfTheCaller() {
		Outbox outbox = this.office.writing();
		this.office.transactions.executeWithoutResult((transaction) -> {
			outbox.put(PostOffice.rollup("text"), List.of(ZHANG));
			transaction.setRollbackOnly();
			assertThatIllegalStateException().isThrownBy(outbox::send);
		});
		assertThat(outbox.counts()).containsEntry(DeliveryState.QUEUED, 0);
		assertThat(outbox.put(PostOffice.rollup("text"), List.of(ZHANG))).isEqualTo(1);
	}

	@Test
	void writesAFileForEachRecipientWhereThereIsNoServer() throws IOException {
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("正文"), List.of(ZHANG, SMITH));
		Dispatch dispatch = outbox.send();
		assertThat(dispatch.channel()).isEqualTo("eml");
		assertThat(dispatch.sent()).isEqualTo(2);
		assertThat(dispatch.files()).hasSize(2).allSatisfy((file) -> {
			assertThat(file.getParent()).isEqualTo(this.dataDir.resolve("outbox/eml/2026-10"));
			assertThat(file.getFileName().toString()).startsWith("rollup-2026-10-1_");
		});
		assertThat(dispatch.files().get(0)).content()
			.contains("<zhang@example.org>")
			.doesNotContain("smith")
			.contains("Date: Thu, 29 Oct 2026 10:00:00 +0800");
		assertThat(outbox.send().isNothing()).isTrue();
		assertThat(this.office.states()).containsOnly(Map.entry("zhang@example.org", "SENT"),
				Map.entry("smith@example.com", "SENT"));
	}

	@Test
	void writesTheSameBytesAgainWhereTheFileIsGone() throws IOException {
		Path report = Files.writeString(this.dataDir.resolve("月报.csv"), "a,b\n");
		Notice notice = PostOffice.rollup("text", new Attachment("月报.csv", report, "text/csv"));
		this.office.writing().put(notice, List.of(ZHANG));
		Path file = this.office.writing().send().files().get(0);
		byte[] first = Files.readAllBytes(file);
		Files.delete(file);
		try (Stream<Path> markers = Files.walk(this.dataDir.resolve("outbox/sent"))) {
			for (Path marker : markers.filter(Files::isRegularFile).toList()) {
				Files.delete(marker);
			}
		}
		this.office.forget();
		this.office.machine.pass(Duration.ofHours(5));
		this.office.writing().put(notice, List.of(ZHANG));
		assertThat(this.office.writing().send().files().get(0)).isEqualTo(file).hasBinaryContent(first);
	}

	@Test
	void sendsWhatWasMeantEvenIfTheFileChangesAfterwards() throws IOException {
		Path report = Files.writeString(this.dataDir.resolve("report.csv"), "meant");
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("text", new Attachment("report.csv", report, "text/csv")), List.of(ZHANG));
		Files.delete(report);
		// "meant" in base64
		assertThat(outbox.send().files().get(0)).content().contains("bWVhbnQ=");
	}

	@Test
	void sendsNothingInPlaceOfAnAttachmentThatIsDamaged() throws IOException {
		Path report = Files.writeString(this.dataDir.resolve("report.csv"), "meant");
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("text", new Attachment("report.csv", report, "text/csv")), List.of(ZHANG));
		try (Stream<Path> kept = Files.walk(this.dataDir.resolve("outbox/files"))) {
			Files.writeString(kept.filter(Files::isRegularFile).findFirst().orElseThrow(), "other");
		}
		assertThat(outbox.send().failed()).isEqualTo(1);
		assertThat(this.office.column("error_code")).containsEntry("zhang@example.org", "attachment");
		assertThat(this.office.states()).containsEntry("zhang@example.org", "FAILED");
	}

	@Test
	void keepsUrgentNoticesOnlyGoingInTheQuietHours() {
		Outbox outbox = this.office.writing();
		Notice reminder = new Notice("reminder/2026-10/T-2/zhang", Notice.REMINDER, "催报", "请报送", List.of());
		outbox.put(reminder, List.of(ZHANG));
		outbox.put(PostOffice.rollup("text"), List.of(LI));
		this.office.business.set("2026-10-29T21:00");
		Dispatch night = outbox.send();
		assertThat(night.sent()).isEqualTo(1);
		assertThat(night.quiet()).isEqualTo(1);
		this.office.business.set("2026-10-30T07:29:59");
		assertThat(outbox.send().quiet()).isEqualTo(1);
		assertThat(this.office.states()).containsEntry("zhang@example.org", "QUEUED");
		this.office.business.set("2026-10-30T07:30");
		Dispatch morning = outbox.send();
		assertThat(morning.sent()).isEqualTo(1);
		assertThat(morning.quiet()).isZero();
	}

	@Test
	void takesOverFromAProcessThatDiedWithAClaim() {
		Outbox dying = this.office.outbox(new Wrapped(this.office.folder(), () -> {
			throw new DrivenClock.Killed();
		}, () -> {
		}));
		dying.put(PostOffice.rollup("text"), List.of(ZHANG));
		assertThatExceptionOfType(DrivenClock.Killed.class).isThrownBy(dying::send);
		assertThat(this.office.states()).containsEntry("zhang@example.org", "SENDING");
		// the process lives, as far as anybody can see, so its lease counts
		this.office.machine.pass(Duration.ofMinutes(9));
		assertThat(this.office.writing().send().sent()).isZero();
		this.office.machine.pass(Duration.ofMinutes(2));
		assertThat(this.office.writing().send().sent()).isEqualTo(1);
	}

	@Test
	void takesOverAtOnceFromAProcessThatIsSeenToBeGone() {
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI));
		String gone = new Claimant().name().replaceFirst("/\\d+/", "/4194305/");
		this.office.jdbc.sql("""
				UPDATE notice_delivery SET state = 'SENDING', claimed_by = :gone, claimed_until = '2026-10-29 10:10:00'
				WHERE address = 'zhang@example.org'
				""").param("gone", gone).update();
		this.office.jdbc.sql("""
				UPDATE notice_delivery SET state = 'SENDING', claimed_by = 'elsewhere/1/1',
				claimed_until = '2026-10-29 10:10:00' WHERE address = 'li@example.org'
				""").update();
		assertThat(outbox.send().sent()).isEqualTo(1);
		assertThat(this.office.states()).containsEntry("zhang@example.org", "SENT")
			.containsEntry("li@example.org", "SENDING");
	}

	@Test
	void doesNotSendAgainWhatWentOutBeforeAProcessDied() {
		List<String> handedOver = new ArrayList<>();
		DrivenClock machine = this.office.machine;
		// the clock is looked at after the marker is left, just before the row is marked
		Outbox dying = this.office.outbox(new Counting(handedOver, machine::killNext));
		dying.put(PostOffice.rollup("text"), List.of(ZHANG));
		assertThatExceptionOfType(DrivenClock.Killed.class).isThrownBy(dying::send);
		assertThat(this.office.states()).containsEntry("zhang@example.org", "SENDING");
		machine.pass(Duration.ofMinutes(11));
		Outbox next = this.office.outbox(new Counting(handedOver, () -> {
		}));
		assertThat(next.send().sent()).isZero();
		assertThat(handedOver).hasSize(1);
		assertThat(next.list(List.of(DeliveryState.SENT), 10)).singleElement()
			.returns(null, Delivery::errorCode)
			.extracting(Delivery::sentAt)
			.isEqualTo(this.office.business.instant());
	}

	/** What remains when a process dies between the server's answer and the marker. */
	@Test
	void repeatsUnderTheSameNameWhatWentOutBeforeItsMarkerWasLeft() {
		List<String> handedOver = new ArrayList<>();
		Outbox dying = this.office.outbox(new Counting(handedOver, this.office.business::killNext));
		dying.put(PostOffice.rollup("text"), List.of(ZHANG));
		assertThatExceptionOfType(DrivenClock.Killed.class).isThrownBy(dying::send);
		this.office.machine.pass(Duration.ofMinutes(11));
		Outbox next = this.office.outbox(new Counting(handedOver, () -> {
		}));
		assertThat(next.send().sent()).isEqualTo(1);
		assertThat(handedOver).hasSize(2);
		assertThat(handedOver.get(1)).isEqualTo(handedOver.get(0));
	}

	@Test
	void doesNotSendAgainAfterTheDatabaseWasRestoredFromBefore() {
		List<String> handedOver = new ArrayList<>();
		Outbox outbox = this.office.outbox(new Counting(handedOver, () -> {
		}));
		outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI));
		assertThat(outbox.send().sent()).isEqualTo(2);
		this.office.forget();
		this.office.business.set("2026-11-02T09:00");
		assertThat(outbox.put(PostOffice.rollup("text"), List.of(ZHANG))).isEqualTo(1);
		assertThat(outbox.put(PostOffice.rollup("other text"), List.of(LI, SMITH))).isEqualTo(2);
		assertThat(outbox.send().sent()).isEqualTo(1);
		assertThat(handedOver).hasSize(3);
		assertThat(this.office.column("sent_at").get("zhang@example.org")).startsWith("2026-10-29 10:00");
		assertThat(this.office.column("sent_at").get("smith@example.com")).startsWith("2026-11-02 09:00");
		assertThat(this.office.column("error_code")).containsEntry("li@example.org", "sent-otherwise")
			.containsEntry("zhang@example.org", "null");
	}

	@Test
	void whatLosesALockToAnotherSenderIsNotedAgain() {
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI));
		this.office.commitsToLose.set(3);
		assertThat(outbox.send().sent()).isEqualTo(2);
		assertThat(this.office.commitsToLose).hasValue(0);
		assertThat(outbox.counts()).containsEntry(DeliveryState.SENT, 2);
		assertThat(outbox.send().sent()).isZero();
	}

	@Test
	void aDecisionThatLosesALockToASenderIsTakenAgain() {
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI));
		long first = outbox.list(List.of(DeliveryState.QUEUED), 10).get(0).id();
		this.office.commitsToLose.set(2);
		assertThat(outbox.cancel(first, "wrong address")).isTrue();
		assertThat(this.office.commitsToLose).hasValue(0);
		assertThat(outbox.counts()).containsEntry(DeliveryState.CANCELLED, 1).containsEntry(DeliveryState.QUEUED, 1);
	}

	@Test
	void twoSendersShareTheWorkAndSendEverythingOnce() throws Exception {
		List<String> handedOver = Collections.synchronizedList(new ArrayList<>());
		Outbox outbox = this.office.outbox(new Counting(handedOver, () -> {
		}));
		List<Recipient> many = IntStream.range(0, 200)
			.mapToObj((i) -> new Recipient("人" + i, "p" + i + "@example.org", Locale.CHINESE))
			.toList();
		outbox.put(PostOffice.rollup("text"), many);
		CountDownLatch together = new CountDownLatch(2);
		List<CompletableFuture<Integer>> senders = IntStream.range(0, 2)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> {
				together.countDown();
				while (together.getCount() > 0) {
					Thread.onSpinWait();
				}
				return this.office.outbox(new Counting(handedOver, () -> {
				})).send().sent();
			}))
			.toList();
		assertThat(senders.get(0).get() + senders.get(1).get()).isEqualTo(200);
		assertThat(handedOver).hasSize(200).doesNotHaveDuplicates();
		assertThat(outbox.counts()).containsEntry(DeliveryState.SENT, 200);
	}

	@Test
	void twoWhoPutTheSameNoticeAtOnceQueueItOnce() throws Exception {
		List<CompletableFuture<Integer>> putters = IntStream.range(0, 2)
			.mapToObj((i) -> CompletableFuture
				.supplyAsync(() -> this.office.writing().put(PostOffice.rollup("text"), List.of(ZHANG, LI, SMITH))))
			.toList();
		assertThat(putters.get(0).get() + putters.get(1).get()).isEqualTo(3);
		assertThat(this.office.writing().counts()).containsEntry(DeliveryState.QUEUED, 3);
	}

	@Test
	void waitsAsAWholeWhileTheFolderCannotBeWrittenTo() throws IOException {
		Files.createDirectories(this.dataDir.resolve("outbox"));
		Path obstacle = Files.writeString(this.dataDir.resolve("outbox/eml"), "a file where a folder should be");
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI));
		Trouble trouble = outbox.send().trouble();
		assertThat(trouble).isNotNull();
		assertThat(trouble.code()).isEqualTo("unwritable");
		assertThat(this.office.column("attempts")).containsOnly(Map.entry("zhang@example.org", "0"),
				Map.entry("li@example.org", "0"));
		Files.delete(obstacle);
		assertThat(outbox.send().sent()).isZero();
		assertThat(outbox.sendNow().sent()).isEqualTo(2);
		assertThat(outbox.trouble()).isEmpty();
	}

	@Test
	void cancelsWhatHasNotGoneOutAndRetriesWhatFailed() {
		Outbox outbox = this.office.writing();
		outbox.put(PostOffice.rollup("text"), List.of(ZHANG, new Recipient("王*", "no address", Locale.CHINESE)));
		Map<String, String> ids = this.office.column("id");
		long zhang = Long.parseLong(ids.get("zhang@example.org"));
		long wang = Long.parseLong(ids.get("no address"));
		assertThat(outbox.cancel(zhang, "已电话通知")).isTrue();
		assertThat(outbox.cancel(zhang, "again")).isFalse();
		assertThat(outbox.retry(zhang)).isFalse();
		Dispatch dispatch = outbox.send();
		assertThat(dispatch.sent()).isZero();
		assertThat(dispatch.givenUp()).isEqualTo(1);
		assertThat(outbox.find(wang).orElseThrow().errorCode()).isEqualTo("bad-address");
		assertThat(outbox.retry(wang)).isTrue();
		assertThat(outbox.send().givenUp()).isEqualTo(1);
		assertThat(outbox.retryAllGivenUp()).isEqualTo(1);
		assertThat(outbox.find(99_999_999)).isEmpty();
	}

	/** A way out that does something before and after each letter. */
	private record Wrapped(WayOut inner, Runnable before, Runnable after) implements WayOut {

		@Override
		public String name() {
			return this.inner.name();
		}

		@Override
		public String description() {
			return this.inner.description();
		}

		@Override
		public String messageId(Letter letter) {
			return this.inner.messageId(letter);
		}

		@Override
		public Passage open() {
			Passage opened = this.inner.open();
			return new Passage() {

				@Override
				public Letter.Receipt send(Letter letter) throws UndeliveredException {
					Wrapped.this.before.run();
					Letter.Receipt receipt = opened.send(letter);
					Wrapped.this.after.run();
					return receipt;
				}

				@Override
				public void close() {
					opened.close();
				}

			};
		}

	}

	/** A server that remembers the names of what it took. */
	private record Counting(List<String> taken, Runnable after) implements WayOut {

		@Override
		public String name() {
			return "smtp";
		}

		@Override
		public String description() {
			return "a list";
		}

		@Override
		public String messageId(Letter letter) {
			return MailMessage.messageId(letter, PostOffice.from());
		}

		@Override
		public Passage open() {
			return new Passage() {

				@Override
				public Letter.Receipt send(Letter letter) {
					Counting.this.taken.add(messageId(letter));
					Counting.this.after.run();
					return new Letter.Receipt(null);
				}

				@Override
				public void close() {
					// a list stays open
				}

			};
		}

	}

}
