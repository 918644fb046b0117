package org.srdi.monitor.submission;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Looks into folders that other processes work in at the same time. */
public final class LiveFolder {

	private LiveFolder() {
	}

	/**
	 * Returns the regular files below a folder with what is known of them, by path.
	 * Hidden folders are passed over, and so is whatever goes while we look: it is
	 * another's then. A folder that is not there has no files. It may itself be a link;
	 * links in it are not followed.
	 * @param depth how many levels are looked at; 1 for the folder alone
	 * @throws IOException if something that is there cannot be read
	 */
	public static Map<Path, BasicFileAttributes> files(Path folder, int depth) throws IOException {
		Map<Path, BasicFileAttributes> files = new TreeMap<>();
		Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
		Files.walkFileTree(start, Set.of(), depth, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
				return (place.equals(start) || !String.valueOf(place.getFileName()).startsWith("."))
						? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (attributes.isRegularFile()) {
					files.put(folder.resolve(start.relativize(file)), attributes);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
				return unlessGone(failure);
			}

			@Override
			public FileVisitResult postVisitDirectory(Path place, @Nullable IOException failure) throws IOException {
				return (failure != null) ? unlessGone(failure) : FileVisitResult.CONTINUE;
			}

		});
		return files;
	}

	private static FileVisitResult unlessGone(IOException failure) throws IOException {
		if (failure instanceof NoSuchFileException) {
			return FileVisitResult.CONTINUE;
		}
		throw failure;
	}

}
