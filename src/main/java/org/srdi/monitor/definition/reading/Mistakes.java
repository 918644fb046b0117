package org.srdi.monitor.definition.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Mistake;

/** Collects the mistakes of all files in both languages. */
final class Mistakes {

	private static final Comparator<Mistake> BY_PLACE = Comparator.comparingInt(Mistake::line)
		.thenComparingInt(Mistake::column);

	private final Texts chinese = Texts.of("definition", Locale.CHINESE);

	private final Texts english = Texts.of("definition", Locale.ENGLISH);

	private final List<String> files = new ArrayList<>();

	private final List<Mistake> all = new ArrayList<>();

	/** Makes the mistakes of a file come after those of the files begun before. */
	void begin(String file) {
		this.files.add(file);
	}

	void add(String file, Place place, Words words) {
		Mistake mistake = new Mistake(file, place.line(), place.column(), words.in(this.chinese),
				words.in(this.english));
		if (!this.all.contains(mistake)) {
			this.all.add(mistake);
		}
	}

	boolean isEmpty() {
		return this.all.isEmpty();
	}

	/** Returns the mistakes by file, line and column. */
	List<Mistake> all() {
		Comparator<Mistake> byFile = Comparator.comparingInt((mistake) -> this.files.indexOf(mistake.file()));
		return this.all.stream().sorted(byFile.thenComparing(BY_PLACE)).toList();
	}

}
