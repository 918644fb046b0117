package org.srdi.monitor.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.srdi.monitor.core.Texts;

/**
 * Where people read: answers on the standard output, progress and errors on the standard
 * error, in the language they asked for.
 *
 * @param out answers
 * @param err errors and progress
 * @param locale the language
 * @param terminal whether somebody is watching
 */
@SuppressWarnings("SystemConsoleNull") // isTerminal() knows about JDK 22
record Console(PrintWriter out, PrintWriter err, Locale locale, boolean terminal) {

	/** Returns the console of this process. */
	static Console of(Locale locale) {
		return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), locale, isTerminal());
	}

	private static PrintWriter writer(FileDescriptor descriptor) {
		return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset()), true);
	}

	/**
	 * Chinese needs more than ASCII, which is what Java assumes where no locale is set.
	 */
	static Charset charset() {
		Charset charset = (System.console() != null) ? System.console().charset() : StandardCharsets.UTF_8;
		return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
	}

	/** From JDK 22 on there is a console even where there is no terminal. */
	private static boolean isTerminal() {
		if (System.console() == null) {
			return false;
		}
		try {
			Method method = java.io.Console.class.getMethod("isTerminal");
			return (Boolean) method.invoke(System.console());
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

	/** Returns a stream to the standard output for bytes. */
	static OutputStream bytes() {
		return new FileOutputStream(FileDescriptor.out);
	}

	/** Returns a stream to the standard error for progress bars. */
	static PrintStream bars() {
		return new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset());
	}

	boolean isEnglish() {
		return "en".equals(this.locale.getLanguage());
	}

	/** Returns words in the language of the console. */
	String text(String key, Object... arguments) {
		return Texts.of("cli", this.locale).get(key, arguments);
	}

	/** Says something on the standard output. */
	void say(String key, Object... arguments) {
		this.out.println(text(key, arguments));
	}

	/** Says something on the standard error. */
	void warn(String key, Object... arguments) {
		this.err.println(text(key, arguments));
	}

}
