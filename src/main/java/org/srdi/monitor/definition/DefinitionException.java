package org.srdi.monitor.definition;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Tells that definitions cannot be used, with every mistake in them. */
public class DefinitionException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient List<Mistake> mistakes;

	/** Lists the mistakes in its message, one per line. */
	public DefinitionException(List<Mistake> mistakes) {
		super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
		this.mistakes = List.copyOf(mistakes);
	}

	/** Returns all mistakes, by file and line. */
	public List<Mistake> mistakes() {
		return this.mistakes;
	}

}
