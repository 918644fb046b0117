package org.srdi.monitor.sample;

import java.nio.file.Path;
import java.util.List;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;

/** The form, the regions and the sample that the tests look at. */
final class SampleWorld {

	static final long SEED = 20261029L;

	static final ReportingPeriod FROM = ReportingPeriod.of(2024, 11);

	static final ReportingPeriod TO = ReportingPeriod.of(2026, 10);

	private static final Definitions DEFINITIONS = DefinitionLoader.loadBundled("enterprise-monthly");

	static final Form FORM = DEFINITIONS.form();

	static final List<Region> REGIONS = DEFINITIONS.regions();

	static final List<FigureKey> KEYS = FORM.figureKeys();

	static final Seasons SEASONS = SampleProvince.seasons(request(1, Path.of("unused")));

	private SampleWorld() {
	}

	static SampleRequest request(int firms, Path out) {
		return new SampleRequest(firms, FROM, TO, SEED, out);
	}

	static Population population() {
		return new Population(SEED, REGIONS);
	}

	static Books books(SampleFirm firm) {
		return Business.run(firm, SEASONS, SEED);
	}

}
