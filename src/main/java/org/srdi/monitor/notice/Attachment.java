package org.srdi.monitor.notice;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file that goes with a notice. Its bytes are copied when the notice is put into the
 * outbox; what becomes of the file afterwards does not matter.
 *
 * @param name what the recipient sees it is called
 * @param file where the bytes are
 * @param mediaType as in {@code text/csv}
 */
public record Attachment(String name, Path file, String mediaType) {

	/** An Excel workbook. */
	public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}");

	/**
	 * Keeps the name on one line.
	 * @throws IllegalArgumentException if the media type is none
	 */
	public Attachment {
		name = OneLine.of(name, 200);
		if (!MEDIA_TYPE.matcher(mediaType).matches()) {
			throw new IllegalArgumentException("'" + mediaType + "' is no media type: expected one as in text/csv");
		}
	}

	/** Returns a workbook under the name that its file has. */
	public static Attachment workbook(Path file) {
		return new Attachment(String.valueOf(file.getFileName()), file, XLSX);
	}

}
