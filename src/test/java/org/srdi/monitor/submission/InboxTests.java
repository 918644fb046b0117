package org.srdi.monitor.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InboxTests {

	private static final Instant ARRIVED = Instant.parse("2026-10-20T02:00:00Z");

	@TempDir
	private Path folder;

	@Test
	void claimsFilesInTheOrderOfTheirArrivalAndKeepsTheirTime() throws IOException {
		drop("b.xlsx", ARRIVED);
		drop("a.xlsx", ARRIVED.plusSeconds(60));
		drop("wuhan/c.xlsx", ARRIVED);
		Inbox.Claims claims = inbox().claim();
		assertThat(claims.files()).extracting(Inbox.Claimed::fileName).containsExactly("b.xlsx", "c.xlsx", "a.xlsx");
		assertThat(claims.files()).extracting(Inbox.Claimed::modified)
			.containsExactly(ARRIVED, ARRIVED, ARRIVED.plusSeconds(60));
		assertThat(this.folder.resolve("b.xlsx")).doesNotExist();
	}

	@Test
	void findsAgainWhatAClaimThatBrokeOffHasLeft() throws IOException {
		drop("a.xlsx", ARRIVED);
		Inbox.Claimed first = inbox().claim().files().get(0);
		assertThat(inbox().claim().files()).containsExactly(first);
		inbox().release(first);
		assertThat(inbox().claim().files()).isEmpty();
		assertThat(inbox().count()).isZero();
	}

	@Test
	void isLookedIntoWhileOthersTakeFilesOutOfIt() throws Exception {
		for (int i = 0; i < 300; i++) {
			drop("county" + i % 7 + "/" + i + ".xlsx", ARRIVED);
		}
		CompletableFuture<Void> taker = CompletableFuture.runAsync(() -> {
			Inbox inbox = inbox();
			inbox.claim().files().forEach(inbox::release);
		});
		while (!taker.isDone()) {
			// who is on the way may be seen in either place
			assertThat(inbox().count()).isLessThanOrEqualTo(2 * 300);
			assertThat(inbox().oldest().orElse(ARRIVED)).isEqualTo(ARRIVED);
		}
		taker.get();
		assertThat(inbox().count()).isZero();
	}

	@Test
	void mayBeALinkToAFolderElsewhere() throws IOException {
		drop("real/wuhan/a.xlsx", ARRIVED);
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), this.folder.resolve("real"));
		Inbox inbox = new Inbox(link, Duration.ZERO, () -> ARRIVED);
		assertThat(inbox.count()).isOne();
		assertThat(inbox.claim().files()).extracting(Inbox.Claimed::file)
			.allSatisfy((file) -> assertThat(file.getParent().getParent()).isEqualTo(link.resolve(".claimed")));
		assertThat(this.folder.resolve("real/wuhan/a.xlsx")).doesNotExist();
	}

	@Test
	void passesOverHiddenLockedAndPartialFiles() throws IOException {
		drop(".hidden.xlsx", ARRIVED);
		drop("~$a.xlsx", ARRIVED);
		drop("a.xlsx.part", ARRIVED);
		drop("a.xlsx.filepart", ARRIVED);
		drop(".git/a.xlsx", ARRIVED);
		assertThat(inbox().claim().files()).isEmpty();
		assertThat(inbox().count()).isZero();
	}

	@Test
	void leavesAFileThatGrowsBetweenTwoLooks() throws IOException {
		Path growing = drop("growing.xlsx", ARRIVED);
		drop("settled.xlsx", ARRIVED.minusSeconds(3600));
		InstantSource clock = () -> {
			append(growing); // the first look is over once the clock is asked
			return ARRIVED.plusMillis(1);
		};
		Inbox.Claims claims = new Inbox(this.folder, Duration.ofMillis(5), clock).claim();
		assertThat(claims.files()).extracting(Inbox.Claimed::fileName).containsExactly("settled.xlsx");
		assertThat(claims.unsettled()).isEqualTo(1);
		assertThat(growing).exists();
	}

	@Test
	void takesAFreshFileThatStaysAsItIs() throws IOException {
		drop("fresh.xlsx", ARRIVED);
		Inbox inbox = new Inbox(this.folder, Duration.ofMillis(5), () -> ARRIVED.plusMillis(1));
		assertThat(inbox.claim().files()).hasSize(1);
	}

	private Inbox inbox() {
		return new Inbox(this.folder, Duration.ofMillis(1), () -> ARRIVED.plusSeconds(7200));
	}

	private Path drop(String name, Instant time) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, name);
		Files.setLastModifiedTime(file, FileTime.from(time));
		return file;
	}

	private static void append(Path file) {
		try {
			Files.writeString(file, "grown");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
