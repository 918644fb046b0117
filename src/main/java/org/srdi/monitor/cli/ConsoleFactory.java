package org.srdi.monitor.cli;

import java.lang.reflect.Constructor;

import picocli.CommandLine;

/** Makes commands, handing the console to those that speak. */
final class ConsoleFactory implements CommandLine.IFactory {

	private final CommandLine.IFactory others = CommandLine.defaultFactory();

	private final Console console;

	ConsoleFactory(Console console) {
		this.console = console;
	}

	@Override
	public <K> K create(Class<K> type) throws Exception {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Console.class) {
				return type.cast(constructor.newInstance(this.console));
			}
		}
		return this.others.create(type);
	}

}
