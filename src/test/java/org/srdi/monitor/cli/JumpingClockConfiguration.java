package org.srdi.monitor.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the clock of the machine jump two hours to and fro, between any two looks. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("srdi.test.jumping")
class JumpingClockConfiguration {

	@Bean
	static BeanPostProcessor clockSetter() {
		AtomicInteger looks = new AtomicInteger();
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (!name.equals("machineClock") || !(bean instanceof InstantSource clock)) {
					return bean;
				}
				return (InstantSource) () -> clock.instant()
					.plus(Duration.ofHours((looks.getAndIncrement() % 2 == 0) ? 2 : -2));
			}

		};
	}

}
