package org.srdi.monitor.observability;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Keeps what names a person or an enterprise out of the log, and secrets, too. We do not
 * log them; but a driver quotes the row it refuses, and a library the text it cannot
 * read.
 */
final class LogMask implements StructuredLoggingJsonMembersCustomizer<Object> {

	private static final List<Mask> MASKS = List.of(
			new Mask("(?i)((?:password|passwd|pwd|secret|token)[\"']?\\s*[=:]\\s*[\"']?)[^\\s,;&\"'}]+", "$1***"),
			new Mask("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", "***@***"),
			new Mask("(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])",
					"(credit code)"),
			new Mask("[\\p{IsHan}（）()A-Za-z0-9·]*\\p{IsHan}(?:公司|集团|工厂|研究院|研究所|合作社)", "(enterprise)"),
			new Mask("(?<!\\d)1[3-9]\\d{9}(?!\\d)", "(telephone)"),
			new Mask("(?i)(duplicate entry |value:? )'[^']*'", "$1'***'"),
			new Mask("(?s)VALUES \\([^)]*\\)", "VALUES (***)"));

	private record Mask(Pattern pattern, String replacement) {

		Mask(String pattern, String replacement) {
			this(Pattern.compile(pattern), replacement);
		}

	}

	@Override
	public void customize(JsonWriter.Members<Object> members) {
		members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, LogMask::mask));
	}

	/** Returns a text without what it must not tell. */
	static String mask(String text) {
		String masked = text;
		for (Mask mask : MASKS) {
			masked = mask.pattern().matcher(masked).replaceAll(mask.replacement());
		}
		return masked;
	}

}
