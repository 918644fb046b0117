package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder that files are dropped into. A file is claimed by renaming it into a hidden
 * folder beside the others, which works for one process only; a file that is still being
 * written is left for the next time.
 */
public final class Inbox {

	private static final String CLAIMED = ".claimed";

	/** Files may lie in the folder, or in those of cities and counties. */
	private static final int DEPTH = 3;

	private final Path folder;

	private final Duration settling;

	private final InstantSource machineClock;

	/**
	 * Watches that folder.
	 * @param settling how long a file must have been left alone to be taken
	 * @param machineClock the clock that file times are compared with
	 */
	public Inbox(Path folder, Duration settling, InstantSource machineClock) {
		this.folder = folder;
		this.settling = settling;
		this.machineClock = machineClock;
	}

	/**
	 * A claimed file.
	 *
	 * @param claim names this arrival
	 * @param file where it lies now
	 * @param modified when it was last written
	 */
	public record Claimed(String claim, Path file, Instant modified) {

		/** Returns the name it came in under. */
		public String fileName() {
			return this.file.getFileName().toString();
		}

	}

	/**
	 * What was found in the inbox.
	 *
	 * @param files the claimed files, by arrival and name, those of a claim that broke
	 * off included
	 * @param unsettled how many files are still being written
	 */
	public record Claims(List<Claimed> files, int unsettled) {

	}

	/**
	 * Claims every settled file.
	 * @throws UncheckedIOException if the folder cannot be read or written
	 */
	public Claims claim() {
		try {
			Files.createDirectories(this.folder.resolve(CLAIMED));
			Map<Path, Look> first = look();
			Map<Path, Look> settled = settle(first);
			for (Path file : settled.keySet()) {
				claim(file);
			}
			return new Claims(claimed(), first.size() - settled.size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot take files from " + this.folder, ex);
		}
	}

	/** Returns how many files wait in the inbox, claimed or not. */
	public int count() {
		try {
			return look().size() + claimed().size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.folder, ex);
		}
	}

	/**
	 * Returns when the file was last written that has been waiting longest, claimed or
	 * not; empty if none waits.
	 */
	public Optional<Instant> oldest() {
		try {
			return Stream
				.concat(look().values().stream().map(Look::modified), claimed().stream().map(Claimed::modified))
				.min(Comparator.naturalOrder());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.folder, ex);
		}
	}

	/**
	 * Forgets a claim, once its file is stored elsewhere.
	 * @throws UncheckedIOException if it cannot be deleted
	 */
	public void release(Claimed claimed) {
		try {
			Files.deleteIfExists(claimed.file());
			Files.deleteIfExists(this.folder.resolve(CLAIMED).resolve(claimed.claim()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot remove " + claimed.file(), ex);
		}
	}

	/**
	 * Lays a copy of archived bytes where the arrival lay once it was claimed, unless it
	 * lies there still.
	 * @throws UncheckedIOException if it cannot be written
	 */
	void reclaim(Arrival arrival, Path bytes) {
		Path place = this.folder.resolve(CLAIMED).resolve(arrival.claim());
		Path file = place.resolve(arrival.fileName());
		try {
			Files.createDirectories(place);
			if (!Files.exists(file)) {
				Path copy = Files.createTempFile(this.folder, ".", ".part");
				Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
				Files.setLastModifiedTime(copy, FileTime.from(arrival.receivedAt()));
				Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot put " + file + " back", ex);
		}
	}

	/** Keeps what has not changed between two looks; looks twice only where it must. */
	private Map<Path, Look> settle(Map<Path, Look> first) throws IOException {
		Instant now = this.machineClock.instant();
		boolean recent = first.values()
			.stream()
			.anyMatch((look) -> Duration.between(look.modified(), now).abs().compareTo(this.settling) < 0);
		if (!recent) {
			return first;
		}
		pause();
		Map<Path, Look> second = look();
		Map<Path, Look> settled = new LinkedHashMap<>(first);
		settled.entrySet().removeIf((entry) -> !entry.getValue().equals(second.get(entry.getKey())));
		return settled;
	}

	private void pause() {
		try {
			Thread.sleep(this.settling.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while files settle", ex);
		}
	}

	private Map<Path, Look> look() throws IOException {
		Map<Path, Look> files = new LinkedHashMap<>();
		LiveFolder.files(this.folder, DEPTH).forEach((file, attributes) -> {
			if (isReport(file.getFileName().toString().toLowerCase(Locale.ROOT))) {
				files.put(file, new Look(attributes.size(), attributes.lastModifiedTime().toInstant()));
			}
		});
		return files;
	}

	/** Passes over hidden files, lock files of office programs and partial uploads. */
	private static boolean isReport(String name) {
		return !name.startsWith(".") && !name.startsWith("~$")
				&& Stream.of(".part", ".filepart", ".tmp", ".crdownload").noneMatch(name::endsWith);
	}

	private void claim(Path file) throws IOException {
		Path place = this.folder.resolve(CLAIMED).resolve(UUID.randomUUID().toString());
		Files.createDirectory(place);
		try {
			Files.move(file, place.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (NoSuchFileException ex) {
			Files.delete(place); // another process was quicker
		}
	}

	private List<Claimed> claimed() throws IOException {
		List<Claimed> files = new ArrayList<>();
		Path claims = this.folder.resolve(CLAIMED);
		LiveFolder.files(claims, 2)
			.forEach((file, attributes) -> files.add(new Claimed(claims.relativize(file).getName(0).toString(), file,
					attributes.lastModifiedTime().toInstant())));
		files.sort(Comparator.comparing(Claimed::modified).thenComparing(Claimed::fileName));
		return files;
	}

	private record Look(long size, Instant modified) {

	}

}
