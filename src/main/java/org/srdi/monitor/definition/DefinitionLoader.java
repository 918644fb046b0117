package org.srdi.monitor.definition;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.reading.JobsReader;

import org.springframework.core.io.ClassPathResource;

/**
 * Loads the definitions of a report and refuses them unless they are free of mistakes.
 */
public final class DefinitionLoader {

	private static final String MONTHLY = "enterprise-monthly";

	private DefinitionLoader() {
	}

	/**
	 * Loads the definitions of a report from a {@code jobs} folder.
	 * @param jobs the folder that holds {@code shared} and a folder per report
	 * @param report the name of the report, as in enterprise-monthly
	 * @throws DefinitionException if anything is wrong; it lists all mistakes
	 */
	public static Definitions load(Path jobs, String report) {
		String folder = jobs.toString().replace('\\', '/');
		return JobsReader.read((name) -> Files.newInputStream(jobs.resolve(name)), folder, report);
	}

	/**
	 * Loads the definitions of a report from the copy that travels in the jar.
	 * @param report the name of the report, as in enterprise-monthly
	 * @throws DefinitionException if anything is wrong; it lists all mistakes
	 */
	public static Definitions loadBundled(String report) {
		return JobsReader.read((name) -> new ClassPathResource("jobs/" + name).getInputStream(), "classpath:jobs",
				report);
	}

	/**
	 * Loads the definitions of the monthly report from a folder, or from the folder
	 * {@code jobs} where none is named, or from the copy in the jar where there is none.
	 * @param folder the folder; null for the usual one
	 * @throws DefinitionException if anything is wrong; it lists all mistakes
	 */
	public static Definitions loadUsual(@Nullable Path folder) {
		Path jobs = (folder != null) ? folder : Path.of("jobs");
		return (folder != null || Files.isDirectory(jobs)) ? load(jobs, MONTHLY) : loadBundled(MONTHLY);
	}

	/**
	 * Loads, from where {@link #loadUsual} does, no more than tells what has to happen.
	 * @param folder the folder; null for the usual one
	 * @throws DefinitionException if anything is wrong in these files; it lists all
	 * mistakes
	 */
	public static Watched loadWatched(@Nullable Path folder) {
		Path jobs = (folder != null) ? folder : Path.of("jobs");
		if (folder == null && !Files.isDirectory(jobs)) {
			return JobsReader.readWatched((name) -> new ClassPathResource("jobs/" + name).getInputStream(),
					"classpath:jobs", MONTHLY);
		}
		return JobsReader.readWatched((name) -> Files.newInputStream(jobs.resolve(name)),
				jobs.toString().replace('\\', '/'), MONTHLY);
	}

}
