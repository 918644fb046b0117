package org.srdi.monitor.definition.reading;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Tells the codes that stand twice in a file. */
final class Codes {

	private final YamlFile file;

	private final Set<Object> seen = new HashSet<>();

	Codes(YamlFile file) {
		this.file = file;
	}

	/** Remembers a code, and tells a mistake if it was there before. */
	void add(String path, @Nullable Object code) {
		if (code != null && !this.seen.add(code)) {
			this.file.mistake(path, "duplicate", code);
		}
	}

}
