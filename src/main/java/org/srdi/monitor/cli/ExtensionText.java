package org.srdi.monitor.cli;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.deadline.Extension;
import org.srdi.monitor.deadline.Times;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;

/** Tells an extension in a sentence. */
final class ExtensionText {

	private ExtensionText() {
	}

	static String of(Console console, Application application, Extension one) {
		String granted = console.text("extension.granted", String.valueOf(one.id()), one.period(),
				scope(console, application, one), Times.text(one.until()), Times.text(one.due()), one.reason(),
				one.actor(), Times.moment(one.grantedAt()));
		Extension.Revocation revoked = one.revocation();
		return (revoked == null) ? granted : granted
				+ console.text("extension.revoked", Times.moment(revoked.at()), revoked.actor(), revoked.reason());
	}

	private static String scope(Console console, Application application, Extension one) {
		if (one.enterpriseId() != null) {
			return application.get(Enterprises.class)
				.find(one.enterpriseId())
				.map(Enterprise::name)
				.orElseGet(() -> String.valueOf(one.enterpriseId()));
		}
		RegionCode code = one.region();
		return (code == null) ? console.text("extension.all")
				: application.get(Definitions.class)
					.regions()
					.stream()
					.filter((region) -> region.code().equals(code))
					.map((region) -> console.isEnglish() ? region.nameEn() : region.name())
					.findFirst()
					.orElse(code.value());
	}

}
