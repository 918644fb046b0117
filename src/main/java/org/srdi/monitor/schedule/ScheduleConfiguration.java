package org.srdi.monitor.schedule;

import org.quartz.Scheduler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.srdi.monitor.definition.Definitions;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

	@Bean
	Schedules schedules(ObjectProvider<Scheduler> scheduler, Definitions definitions) {
		return new Schedules(scheduler, definitions);
	}

}
