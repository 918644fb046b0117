package org.srdi.monitor.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The values of a simple YAML file with the comments that explain them. */
final class YamlLines {

	private final List<Line> lines = new ArrayList<>();

	private final TreeMap<Integer, String> parents = new TreeMap<>();

	private String comment = "";

	private YamlLines() {
	}

	/**
	 * A value.
	 *
	 * @param name its full name
	 * @param value as it stands there
	 * @param comment what is said behind it or above it; empty for nothing
	 */
	record Line(String name, String value, String comment) {

	}

	static List<Line> of(Path file) throws IOException {
		YamlLines yaml = new YamlLines();
		Files.readAllLines(file).forEach(yaml::read);
		return yaml.lines;
	}

	private void read(String line) {
		String text = line.strip();
		if (text.startsWith("#")) {
			this.comment = (this.comment + " " + text.substring(1).strip()).strip();
		}
		else if (!text.isEmpty()) {
			read(line.length() - line.stripLeading().length(), text);
			this.comment = "";
		}
		else {
			this.comment = "";
		}
	}

	private void read(int indent, String text) {
		int colon = text.indexOf(": ");
		String key = text.replaceFirst(":( .*)?$", "");
		this.parents.tailMap(indent, true).clear();
		if (colon < 0) {
			this.parents.put(indent, key);
			return;
		}
		String[] parts = text.substring(colon + 2).split("\\s+# ", 2);
		String path = this.parents.isEmpty() ? "" : String.join(".", this.parents.values()) + ".";
		this.lines.add(new Line(path + text.substring(0, colon), parts[0].strip(),
				(parts.length > 1) ? parts[1].strip() : this.comment));
	}

}
