package org.srdi.monitor.workbook;

import java.io.Serial;
import java.util.Locale;

import org.srdi.monitor.core.Texts;

/**
 * Says that a file, which whoever tells it names, has not the columns it needs, and
 * which.
 */
public class TableException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient Complaint complaint;

	TableException(Complaint complaint) {
		super(complaint.in(Locale.ENGLISH));
		this.complaint = complaint;
	}

	/** Returns what is wrong and what to do, for those who sent the file. */
	public String messageFor(Locale locale) {
		return this.complaint.in(locale);
	}

	/** What is wrong, in any language. */
	interface Complaint {

		String in(Locale locale);

	}

}
