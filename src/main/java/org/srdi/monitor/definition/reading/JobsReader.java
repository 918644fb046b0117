package org.srdi.monitor.definition.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Industry;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.definition.DefinitionException;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.definition.RegionalTarget;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.definition.RuleDefinition;
import org.srdi.monitor.definition.WatchDefinition;
import org.srdi.monitor.definition.Watched;
import org.srdi.monitor.definition.WorkingDays;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** Reads all files of a report, each once and in a fixed order. */
public final class JobsReader {

	private final Source source;

	private final String shownFolder;

	private final Mistakes mistakes = new Mistakes();

	private final MessageDigest digest = sha256();

	private JobsReader(Source source, String shownFolder) {
		this.source = source;
		this.shownFolder = shownFolder;
	}

	/**
	 * Reads the definitions of a report.
	 * @param source opens the files
	 * @param shownFolder what the folder is called in messages
	 * @param report the name of the report, as in enterprise-monthly
	 * @throws DefinitionException if anything is wrong; it lists all mistakes
	 */
	public static Definitions read(Source source, String shownFolder, String report) {
		return new JobsReader(source, shownFolder).read(report);
	}

	/**
	 * Reads no more than is needed to look whether what is expected has happened.
	 * @param source opens the files
	 * @param shownFolder what the folder is called in messages
	 * @param report the name of the report, as in enterprise-monthly
	 * @throws DefinitionException if anything is wrong in these files
	 */
	public static Watched readWatched(Source source, String shownFolder, String report) {
		JobsReader reader = new JobsReader(source, shownFolder);
		JobDefinition job = reader.yaml(report + "/job.yaml").bind(JobDefinition.class);
		WatchDefinition watch = watch(reader.yaml(report + "/expectations.yaml"), job);
		if (!reader.mistakes.isEmpty() || job == null || watch == null) {
			throw new DefinitionException(reader.mistakes.all());
		}
		return new Watched(job, watch);
	}

	private Definitions read(String report) {
		List<Region> regions = SharedLists.regions(csv("shared/regions.csv", SharedLists.REGION_COLUMNS));
		List<Industry> industries = SharedLists.industries(csv("shared/industries.csv", SharedLists.INDUSTRY_COLUMNS));
		List<RegionalTarget> targets = SharedLists.targets(csv("shared/targets.csv", SharedLists.TARGET_COLUMNS),
				regions);
		WorkingDays workingDays = HolidayList.workingDays(csv("shared/holidays.csv", HolidayList.COLUMNS));
		Form form = form(yaml(report + "/form.yaml"));
		Figures figures = new Figures(form);
		JobDefinition job = job(yaml(report + "/job.yaml"), figures, regions);
		List<RuleDefinition> rules = rules(yaml(report + "/rules.yaml"), figures);
		List<IndicatorDefinition> indicators = indicators(yaml(report + "/indicators.yaml"), figures);
		List<RollupDefinition> rollups = rollups(yaml(report + "/rollups.yaml"), indicators);
		WatchDefinition watch = watch(yaml(report + "/expectations.yaml"), job);
		if (!this.mistakes.isEmpty() || form == null || job == null || rules == null || indicators == null
				|| rollups == null || watch == null) {
			throw new DefinitionException(this.mistakes.all());
		}
		return new Definitions(job, form, rules, indicators, rollups, regions, industries, targets, workingDays, watch,
				HexFormat.of().formatHex(this.digest.digest()));
	}

	private static @Nullable Form form(YamlFile file) {
		Form form = file.bind(Form.class);
		if (form != null) {
			FormCheck.check(file, form);
		}
		return form;
	}

	private static @Nullable JobDefinition job(YamlFile file, Figures figures, List<Region> regions) {
		JobDefinition job = file.bind(JobDefinition.class);
		if (job != null) {
			JobCheck.check(file, job, figures, regions);
		}
		return job;
	}

	private static @Nullable List<RuleDefinition> rules(YamlFile file, Figures figures) {
		Rules bound = file.bind(Rules.class);
		if (bound == null) {
			return null;
		}
		file.refuseEmpty("rules", bound.rules());
		RuleCheck.check(file, bound.rules(), figures);
		return bound.rules();
	}

	private static @Nullable List<IndicatorDefinition> indicators(YamlFile file, Figures figures) {
		Indicators bound = file.bind(Indicators.class);
		if (bound == null) {
			return null;
		}
		file.refuseEmpty("indicators", bound.indicators());
		IndicatorCheck.check(file, bound.indicators(), figures);
		return bound.indicators();
	}

	private static @Nullable List<RollupDefinition> rollups(YamlFile file,
			@Nullable List<IndicatorDefinition> indicators) {
		Rollups bound = file.bind(Rollups.class);
		if (bound == null) {
			return null;
		}
		file.refuseEmpty("rollups", bound.rollups());
		RollupCheck.check(file, bound.rollups(), indicators);
		return bound.rollups();
	}

	private static @Nullable WatchDefinition watch(YamlFile file, @Nullable JobDefinition job) {
		WatchDefinition watch = file.bind(WatchDefinition.class);
		if (watch != null) {
			WatchCheck.check(file, watch, job);
		}
		return watch;
	}

	private YamlFile yaml(String name) {
		return YamlFile.read(shown(name), content(name), this.mistakes);
	}

	private CsvFile csv(String name, List<String> columns) {
		return CsvFile.read(shown(name), content(name), columns, this.mistakes);
	}

	private String shown(String name) {
		return this.shownFolder + "/" + name;
	}

	private byte @Nullable [] content(String name) {
		this.mistakes.begin(shown(name));
		try (InputStream stream = this.source.open(name)) {
			byte[] content = stream.readAllBytes();
			this.digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
			this.digest.update(content);
			return content;
		}
		catch (IOException ex) {
			this.mistakes.add(shown(name), Place.START, Words.of("file-missing"));
			return null;
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/**
	 * What {@code rules.yaml} holds.
	 *
	 * @param rules the rules
	 */
	record Rules(@DefaultValue List<RuleDefinition> rules) {

	}

	/**
	 * What {@code indicators.yaml} holds.
	 *
	 * @param indicators the indicators
	 */
	record Indicators(@DefaultValue List<IndicatorDefinition> indicators) {

	}

	/**
	 * What {@code rollups.yaml} holds.
	 *
	 * @param rollups the rollups
	 */
	record Rollups(@DefaultValue List<RollupDefinition> rollups) {

	}

}
