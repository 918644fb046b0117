package org.srdi.monitor.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process in order when it is told to: first the application, which lets runs
 * come to a stop, then the virtual machine. A shutdown hook would be too late, since the
 * embedded database closes itself in one of its own at the same time.
 */
final class Ending {

	private static final Logger log = LoggerFactory.getLogger(Ending.class);

	/** What shells add to the number of the signal that ended a process. */
	private static final int SIGNALLED = 128;

	private final Runnable close;

	private final AtomicBoolean begun = new AtomicBoolean();

	private Ending(Runnable close) {
		this.close = close;
	}

	/**
	 * Listens to SIGTERM and SIGINT; where that is impossible, they end the process as
	 * they always do.
	 */
	static Ending install(Runnable close) {
		Ending ending = new Ending(close);
		for (String signal : new String[] { "TERM", "INT" }) {
			try {
				ending.listen(signal);
			}
			catch (ReflectiveOperationException | RuntimeException ex) {
				log.warn("SIG{} will end the process at once", signal, ex);
			}
		}
		return ending;
	}

	/** The classes are exported for such use, but javac warns of naming them. */
	private void listen(String name) throws ReflectiveOperationException {
		Class<?> signal = Class.forName("sun.misc.Signal");
		Class<?> handler = Class.forName("sun.misc.SignalHandler");
		Object given = signal.getConstructor(String.class).newInstance(name);
		int number = (Integer) signal.getMethod("getNumber").invoke(given);
		InvocationHandler answer = (proxy, method, arguments) -> switch (method.getName()) {
			case "handle" -> {
				end(number);
				yield null;
			}
			case "hashCode" -> System.identityHashCode(proxy);
			case "equals" -> proxy == arguments[0];
			default -> "ending on SIG" + name;
		};
		signal.getMethod("handle", signal, handler)
			.invoke(null, given,
					Proxy.newProxyInstance(Ending.class.getClassLoader(), new Class<?>[] { handler }, answer));
	}

	private void end(int signal) {
		if (this.begun.compareAndSet(false, true)) {
			try {
				this.close.run();
			}
			finally {
				System.exit(SIGNALLED + signal);
			}
		}
	}

	/** Leaves with that code, unless a signal has begun to end the process. */
	void exit(int code) {
		if (this.begun.compareAndSet(false, true)) {
			System.exit(code);
		}
		try {
			new CountDownLatch(1).await(); // whoever has begun ends it
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
