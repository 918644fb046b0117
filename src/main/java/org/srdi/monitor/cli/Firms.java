package org.srdi.monitor.cli;

import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;

/** Finds the enterprises that commands name. */
final class Firms {

	private Firms() {
	}

	/**
	 * Returns the enterprise of a credit code.
	 * @throws BadInputException if the register does not have it
	 */
	static Enterprise find(Console console, Application application, String code) {
		return CreditCode.tryParse(code)
			.flatMap(application.get(Enterprises.class)::find)
			.orElseThrow(() -> new BadInputException(console.text("enterprise.unknown", code)));
	}

}
