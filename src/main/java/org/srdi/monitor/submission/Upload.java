package org.srdi.monitor.submission;

/**
 * A report on its way from a file into the tables.
 *
 * @param file the file it was found in
 * @param found what was found
 * @param content the same as it is stored
 */
public record Upload(IntakeFiles.Waiting file, FoundReport found, String content) {

	/** Returns a name of its place: nothing else stands there. */
	String place() {
		return place(this.file.id(), this.found.position());
	}

	static String place(long file, int position) {
		return file + ":" + position;
	}

}
