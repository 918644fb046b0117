package org.srdi.monitor.database;

import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Looks at the server before anything else does, so that one which is away or of another
 * kind is told in a sentence.
 */
final class Gate implements BeanPostProcessor {

	private final Supplier<String> url;

	Gate(Supplier<String> url) {
		this.url = url;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof DataSource dataSource) {
			Server.of(dataSource, this.url.get());
		}
		return bean;
	}

}
