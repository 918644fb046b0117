package org.srdi.monitor.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.workbook.Table;

/** Gathers the problems of one file. */
public final class Problems {

	private static final Texts CHINESE = Texts.of("register", Locale.CHINESE);

	private static final Texts ENGLISH = Texts.of("register", Locale.ENGLISH);

	private final Path file;

	private final List<Found> found = new ArrayList<>();

	/** Begins without any. */
	public Problems(Path file) {
		this.file = file;
	}

	/** Adds the problem of a cell; the arguments fill in the text of the key. */
	public void add(CellAddress cell, String key, String... arguments) {
		Object[] values = arguments;
		this.found
			.add(new Found(cell, new Problem(describe(cell), CHINESE.get(key, values), ENGLISH.get(key, values))));
	}

	/** Adds a problem of the file as a whole. */
	public void add(String message, String messageEn) {
		this.found.add(new Found(null, new Problem(String.valueOf(this.file.getFileName()), message, messageEn)));
	}

	/** Adds a problem of the file as a whole, in the words of the key. */
	public void addToFile(String key) {
		add(CHINESE.get(key), ENGLISH.get(key));
	}

	/** Returns how people are told where a cell is. */
	public String describe(CellAddress cell) {
		return Table.describe(cell, this.file);
	}

	/** Returns whether there are none. */
	public boolean isEmpty() {
		return this.found.isEmpty();
	}

	/** Returns all problems in the order of the file. */
	public List<Problem> all() {
		return this.found.stream()
			.sorted(Comparator.comparing(Found::cell, Comparator.nullsFirst(Comparator.naturalOrder())))
			.map(Found::problem)
			.toList();
	}

	private record Found(@Nullable CellAddress cell, Problem problem) {

	}

}
