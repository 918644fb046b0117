package org.srdi.monitor.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Notes every statement that the product runs in this process, with the parameters of its
 * first run.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(StatementRecorderConfiguration.SWITCH)
public class StatementRecorderConfiguration {

	/** The property that switches it on. */
	public static final String SWITCH = "srdi.test.record";

	private static final Map<String, List<ParameterSetOperation>> STATEMENTS = new LinkedHashMap<>();

	/** Returns what was run so far. */
	public static synchronized Map<String, List<ParameterSetOperation>> statements() {
		return new LinkedHashMap<>(STATEMENTS);
	}

	private static synchronized void note(QueryInfo query) {
		List<List<ParameterSetOperation>> parameters = query.getParametersList();
		STATEMENTS.putIfAbsent(query.getQuery(), parameters.isEmpty() ? List.of() : parameters.get(0));
	}

	@Bean
	static BeanPostProcessor recordStatements() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource dataSource) ? recording(dataSource) : bean;
			}
		};
	}

	private static DataSource recording(DataSource dataSource) {
		return ProxyDataSourceBuilder.create(dataSource)
			.beforeQuery((execution, queries) -> queries.forEach(StatementRecorderConfiguration::note))
			.build();
	}

}
