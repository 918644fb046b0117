package org.srdi.monitor.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the MySQL half of the integration tests where there is no server, and leaves the
 * reason for the end of the build. Where a server is demanded, there is no skipping.
 */
public final class EngineCondition implements ExecutionCondition, SkipExecutionHook {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return absence().map(ConditionEvaluationResult::disabled)
			.orElseGet(() -> ConditionEvaluationResult.enabled("There is a database"));
	}

	@Override
	public SkipResult shouldBeSkipped(LifecycleContext context) {
		return absence().map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
	}

	private static Optional<String> absence() {
		if (!Engine.current().isMySql()) {
			return Optional.empty();
		}
		Optional<String> absence = MySqlServer.absence();
		absence.ifPresent(EngineCondition::leave);
		if (absence.isPresent() && Boolean.getBoolean("srdi.test.mysql.required")) {
			throw new IllegalStateException(absence.get());
		}
		return absence;
	}

	private static void leave(String reason) {
		try {
			Files.writeString(Path.of("target/mysql-skipped.txt"), reason);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
