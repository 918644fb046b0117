package org.srdi.monitor.cli;

import java.util.List;

import org.srdi.monitor.register.Problem;

/** Prints what keeps a file from being imported. */
final class Problems {

	private Problems() {
	}

	static void print(Console console, List<Problem> problems) {
		console.warn("import.refused", problems.size());
		for (Problem problem : problems) {
			console.err()
				.println(problem.place() + "  " + (console.isEnglish() ? problem.messageEn() : problem.message()));
		}
	}

}
