package org.srdi.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param work the folder of generated files
 * @param files how many form workbooks; 0 to leave them out
 * @param rows how many rows of the consolidated workbook; 0 to leave it out
 * @param rounds how many rounds are measured
 * @param heap the heap that readers must do with, as in 256m; empty to leave that out
 * @param url the database of the intake; empty for an embedded one
 */
public record Options(Path work, int files, int rows, int rounds, String heap, String url) {

	/**
	 * Reads {@code --name value} pairs.
	 * @throws IllegalArgumentException if there is anything else
	 */
	static Options parse(String... arguments) {
		Map<String, String> given = new HashMap<>(Map.of("work", "target/bench", "files", "4157", "rows", "100000",
				"rounds", "5", "heap", "256m", "url", ""));
		for (int i = 0; i < arguments.length; i += 2) {
			String name = arguments[i].replaceFirst("^--", "");
			if (!arguments[i].startsWith("--") || i + 1 == arguments.length
					|| given.put(name, arguments[i + 1]) == null) {
				throw new IllegalArgumentException("'" + arguments[i]
						+ "' is no option with a value: expected --work, --files, --rows, --rounds, --heap or --url");
			}
		}
		return new Options(Path.of(given.get("work")).toAbsolutePath(), Integer.parseInt(given.get("files")),
				Integer.parseInt(given.get("rows")), Integer.parseInt(given.get("rounds")), given.get("heap"),
				given.get("url"));
	}

}
