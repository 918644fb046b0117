package org.srdi.monitor.cli;

import java.nio.file.Path;

import org.srdi.monitor.database.Engine;

/** The month of the demo, worked off once for all tests that look at what came of it. */
final class DemoRun {

	private static DemoRun onEngine;

	private static DemoRun embedded;

	final Path folder = Cli.newFolder();

	final Cli cli;

	final Cli.Answer answer;

	private DemoRun(boolean onEngine) {
		Path data = this.folder.resolve("var");
		this.cli = onEngine ? Cli.of(data) : Cli.embedded(data);
		this.answer = this.cli.run("demo");
	}

	/** Returns the demo on the engine of this build. */
	static DemoRun onEngine() {
		if (onEngine == null) {
			onEngine = Engine.current().isMySql() ? new DemoRun(true) : embedded();
		}
		return onEngine;
	}

	/** Returns the demo on the embedded database. */
	static DemoRun embedded() {
		if (embedded == null) {
			embedded = new DemoRun(false);
		}
		return embedded;
	}

	/** Returns the data directory. */
	Path data() {
		return this.folder.resolve("var");
	}

}
