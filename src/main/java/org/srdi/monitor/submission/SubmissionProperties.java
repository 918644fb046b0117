package org.srdi.monitor.submission;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things lie ({@code srdi.*}).
 *
 * @param dataDir the folder of archive, inbox and embedded database
 * @param settling how long a file in the inbox must have been left alone to be taken
 */
@ConfigurationProperties("srdi")
public record SubmissionProperties(@DefaultValue("var") Path dataDir, @DefaultValue("2s") Duration settling) {

	/** Returns the inbox that is watched unless another is named. */
	public Path inbox() {
		return this.dataDir.resolve("inbox");
	}

	/** Returns the folder of the archive. */
	public Path archive() {
		return this.dataDir.resolve("archive");
	}

	/** Returns the folder of what goes back to the enterprises. */
	public Path answers() {
		return this.dataDir.resolve("answers");
	}

	/** Returns the folder rollups are written to unless another is named. */
	public Path out() {
		return this.dataDir.resolve("out");
	}

}
