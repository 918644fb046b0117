package org.srdi.monitor.cli;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import org.srdi.monitor.MonitorApplication;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.ReferenceLists;

/** The application as long as a command runs. */
final class Application implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private Application(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts it with the settings and brings the lists of regions and industries up to
	 * date.
	 */
	static Application start(Settings settings) {
		SpringApplication application = new SpringApplication(MonitorApplication.class);
		Application started = new Application(application.run(settings.arguments()));
		Definitions definitions = started.get(Definitions.class);
		started.get(ReferenceLists.class).sync(definitions.regions(), definitions.industries());
		return started;
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
