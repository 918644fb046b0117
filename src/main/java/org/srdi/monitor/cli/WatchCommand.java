package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.database.DatabaseRefusedException;
import org.srdi.monitor.database.ReadingDatabase;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.watch.Lookout;
import org.srdi.monitor.watch.Verdict;

/**
 * Tells from outside what did not happen: small, without the application, and while that
 * is dead.
 */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	WatchCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		LoggingSystem.get(WatchCommand.class.getClassLoader()).beforeInitialize(); // keeps
																					// libraries
																					// quiet
		try (ReadingDatabase database = ReadingDatabase.of(this.settings.arguments())) {
			Instant now = database.setting("srdi.as-of").map(Instant::parse).orElseGet(InstantSource.system()::instant);
			return look(database, now);
		}
	}

	private int look(ReadingDatabase database, Instant now) {
		Path backups = database.setting("srdi.watch.backup-folder").map(Path::of).orElse(null);
		try {
			List<Verdict> missing = new Lookout(database.connect(),
					DefinitionLoader.loadWatched(this.settings.jobsDir()), backups)
				.judge(now)
				.stream()
				.filter((verdict) -> !verdict.met())
				.toList();
			tell(now, missing, null);
			return missing.isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FAULTS;
		}
		catch (DatabaseRefusedException ex) {
			tell(now, List.of(), ex.messageFor(this.console.locale()));
		}
		catch (DataAccessException ex) {
			tell(now, List.of(),
					this.console.text("watch.no-answer", String.valueOf(ex.getMostSpecificCause().getMessage())));
		}
		return ExitCode.FAILED;
	}

	private void tell(Instant now, List<Verdict> missing, @Nullable String trouble) {
		if (this.json) {
			this.console.out().println(json(now, missing, trouble));
		}
		else if (trouble != null) {
			this.console.err().println(trouble);
		}
		else if (missing.isEmpty()) {
			this.console.say("watch.well");
		}
		else {
			this.console.say("watch.missing", missing.size());
			missing.forEach((verdict) -> this.console.say("watch.line", verdict.label(this.console.locale()),
					verdict.text(this.console.locale()), verdict.advice(this.console.locale())));
		}
	}

	private String json(Instant now, List<Verdict> missing, @Nullable String trouble) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		object.put("at", now.toString());
		object.put("well", missing.isEmpty() && trouble == null);
		object.put("trouble", trouble);
		object.put("missing", missing.stream().map(this::json).toList());
		return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(object);
	}

	private Map<String, Object> json(Verdict verdict) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("code", verdict.expectation().code());
		object.put("key", verdict.key());
		object.put("due", verdict.due().toString());
		object.put("text", verdict.text(this.console.locale()));
		object.put("advice", verdict.advice(this.console.locale()));
		return object;
	}

}
