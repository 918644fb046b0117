package org.srdi.monitor.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/** Asks the running service how it is; starts nothing itself, so that it costs little. */
@Command(name = "health")
final class HealthCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Console console;

	/** Picocli fills it in; of these, help and language matter here. */
	@SuppressWarnings("UnusedVariable")
	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--url", paramLabel = "URL", descriptionKey = "health.url",
			defaultValue = "http://127.0.0.1:${env:SRDI_PORT:-8080}/actuator/health")
	private @Nullable URI url;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	HealthCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws InterruptedException {
		if (this.url == null) {
			throw new IllegalStateException("picocli fills in the default");
		}
		try {
			HttpResponse<String> answer = HttpClient.newBuilder()
				.connectTimeout(PATIENCE)
				.build()
				.send(HttpRequest.newBuilder(this.url).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
			tell(answer.body());
			return (answer.statusCode() == 200) ? ExitCode.DONE : ExitCode.FAILED;
		}
		catch (IOException | IllegalArgumentException ex) {
			this.console.warn("health.silent", this.url,
					(ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName());
			return ExitCode.FAILED;
		}
	}

	private void tell(String answer) {
		if (this.json) {
			this.console.out().println(answer);
		}
		else {
			HealthText.lines(answer, this.console.locale()).forEach(this.console.out()::println);
		}
	}

}
