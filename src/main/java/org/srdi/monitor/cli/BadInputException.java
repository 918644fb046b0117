package org.srdi.monitor.cli;

/** Tells in a whole sentence what is wrong with what a command was given. */
final class BadInputException extends RuntimeException {

	BadInputException(String message) {
		super(message);
	}

}
