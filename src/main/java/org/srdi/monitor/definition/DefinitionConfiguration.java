package org.srdi.monitor.definition;

import java.nio.file.Path;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Loads the definitions of {@code srdi.jobs-dir}. Where that is not set, the folder
 * {@code jobs} serves, and where there is none, the copy in the jar; a folder that was
 * named but does not exist is a mistake.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DefinitionProperties.class)
class DefinitionConfiguration {

	@Bean
	Definitions definitions(DefinitionProperties properties) {
		String folder = properties.jobsDir();
		return DefinitionLoader.loadUsual(folder.isBlank() ? null : Path.of(folder));
	}

}
