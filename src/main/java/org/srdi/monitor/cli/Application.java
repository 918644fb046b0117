package org.srdi.monitor.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import org.srdi.monitor.MonitorApplication;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.ReferenceLists;

/** The application as long as a command runs. */
final class Application implements AutoCloseable {

	private static final String[] SERVICE = { "--spring.main.web-application-type=servlet",
			"--management.prometheus.metrics.export.enabled=true", "--srdi.log-name=${SRDI_LOG_NAME:srdi-monitor}",
			"--spring.quartz.wait-for-jobs-to-complete-on-shutdown=true" };

	/** Those that were not closed, for the signal that ends the process. */
	private static final Set<Application> OPEN = ConcurrentHashMap.newKeySet();

	private final ConfigurableApplicationContext context;

	private Application(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts it with the settings, as far as is asked of it, and brings the lists of
	 * regions and industries up to date.
	 */
	static Application start(Settings settings) {
		SpringApplication application = new SpringApplication(MonitorApplication.class);
		application.setLazyInitialization(true);
		return start(application, settings.arguments());
	}

	/** Starts it so that it answers on a port, counts, and has a log of its own. */
	static Application startService(Settings settings) {
		return start(new SpringApplication(MonitorApplication.class),
				Stream.concat(Stream.of(settings.arguments()), Stream.of(SERVICE)).toArray(String[]::new));
	}

	private static Application start(SpringApplication application, String... arguments) {
		Application started = new Application(application.run(arguments));
		OPEN.add(started);
		Definitions definitions = started.get(Definitions.class);
		started.get(ReferenceLists.class).sync(definitions.regions(), definitions.industries());
		return started;
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Closes all that are open; runs under way are asked to stop, and waited for. */
	static void closeAll() {
		OPEN.forEach(Application::close);
	}

	@Override
	public void close() {
		OPEN.remove(this);
		this.context.close();
	}

}
