package org.srdi.monitor.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that answers what it is told to, for answers that a well-behaved one does
 * not give.
 */
final class ScriptedServer implements AutoCloseable {

	private final ServerSocket listening;

	private final SSLContext tls;

	private final Map<String, String> answers = new LinkedHashMap<>();

	/** The commands that came in, in upper case. */
	final List<String> commands = new CopyOnWriteArrayList<>();

	/** The mails that were taken, as they came. */
	final List<String> mails = new CopyOnWriteArrayList<>();

	/** Starts one that takes everything; null for a server that knows no STARTTLS. */
	ScriptedServer(SSLContext tls) throws IOException {
		this.tls = tls;
		this.listening = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
		Thread thread = new Thread(this::serve, "scripted-mail-server");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.listening.getLocalPort();
	}

	/** Lets it answer commands that contain a text; null lets it hang up. */
	synchronized ScriptedServer answer(String command, String answer) {
		this.answers.put(command, answer);
		return this;
	}

	/** Lets it take everything again. */
	synchronized void behave() {
		this.answers.clear();
	}

	private synchronized String answerTo(String command, String usual) {
		for (Map.Entry<String, String> answer : this.answers.entrySet()) {
			if (command.contains(answer.getKey())) {
				return answer.getValue();
			}
		}
		return usual;
	}

	private void serve() {
		while (!this.listening.isClosed()) {
			try (Socket socket = this.listening.accept()) {
				talk(socket);
			}
			catch (IOException ex) {
				// the other side has gone; the next one may come
			}
		}
	}

	private void talk(Socket plain) throws IOException {
		Socket socket = plain;
		BufferedReader in = reader(socket);
		say(socket, "220 ready");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String command = line.toUpperCase(Locale.ROOT);
			this.commands.add(command);
			String answer = answerTo(command, usual(command, socket));
			if (answer == null) {
				return;
			}
			say(socket, answer);
			if (command.equals("STARTTLS")) {
				SSLSocket secured = (SSLSocket) this.tls.getSocketFactory()
					.createSocket(plain, "localhost", plain.getPort(), true);
				secured.setUseClientMode(false);
				socket = secured;
				in = reader(socket);
			}
			if (answer.startsWith("354")) {
				String mail = mail(in);
				String taken = answerTo("END-OF-MAIL", "250 taken");
				if (taken == null) {
					return;
				}
				if (taken.startsWith("250")) {
					this.mails.add(mail);
				}
				say(socket, taken);
			}
			if (command.equals("QUIT")) {
				return;
			}
		}
	}

	private String usual(String command, Socket socket) {
		if (command.startsWith("EHLO")) {
			return (this.tls != null && !(socket instanceof SSLSocket)) ? "250-localhost\r\n250 STARTTLS"
					: "250 localhost";
		}
		if (command.equals("DATA")) {
			return "354 go on";
		}
		return command.equals("QUIT") ? "221 bye" : command.equals("STARTTLS") ? "220 go on" : "250 fine";
	}

	private static String mail(BufferedReader in) throws IOException {
		StringBuilder mail = new StringBuilder();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			mail.append(line).append('\n');
		}
		return mail.toString();
	}

	private static BufferedReader reader(Socket socket) throws IOException {
		return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
	}

	private static void say(Socket socket, String line) throws IOException {
		OutputStream out = socket.getOutputStream();
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
	}

}
