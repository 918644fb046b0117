package org.srdi.monitor.definition.reading;

import java.util.List;

import org.srdi.monitor.core.Texts;

/**
 * Words in either language: a key of the message bundle with its arguments.
 *
 * @param key the key
 * @param arguments texts, numbers, or words again
 */
record Words(String key, List<Object> arguments) {

	static Words of(String key, Object... arguments) {
		return new Words(key, List.of(arguments));
	}

	/** Returns the words in the language of the texts. */
	String in(Texts texts) {
		Object[] resolved = this.arguments.stream()
			.map((argument) -> (argument instanceof Words words) ? words.in(texts) : argument.toString())
			.toArray();
		return texts.get(this.key, resolved);
	}

}
