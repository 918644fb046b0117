package org.srdi.monitor.batch;

import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.RegisterChanges;
import org.srdi.monitor.submission.ContentHash;
import org.srdi.monitor.submission.Submissions;

/** Knows what the result of a month rests on. */
final class RunInputs {

	private final Definitions definitions;

	private final RegisterChanges register;

	private final Submissions submissions;

	RunInputs(Definitions definitions, RegisterChanges register, Submissions submissions) {
		this.definitions = definitions;
		this.register = register;
		this.submissions = submissions;
	}

	/** Returns what a month would be worked off from now. */
	RunResult.Inputs now() {
		String definitionsDigest = this.definitions.digest();
		String registerState = this.register.fingerprint();
		String reportsState = this.submissions.fingerprint();
		return new RunResult.Inputs(ContentHash.of(definitionsDigest + "/" + registerState + "/" + reportsState),
				definitionsDigest, registerState, reportsState);
	}

	/** Returns what a quarter would be assessed from, its last month being closed. */
	RunResult.Inputs ofQuarter(RunRecords.Run closed) {
		String definitionsDigest = this.definitions.digest();
		String registerState = this.register.fingerprint();
		String digest = ContentHash
			.of(definitionsDigest + "/" + registerState + "/" + closed.id() + "/" + closed.inputsDigest());
		return new RunResult.Inputs(digest, definitionsDigest, registerState, closed.id());
	}

}
