package org.srdi.monitor.batch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names this process in what is kept about runs. */
final class ThisProcess {

	private ThisProcess() {
	}

	/** Returns host and process. */
	static String name() {
		return host() + "/" + ProcessHandle.current().pid();
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown-host";
		}
	}

}
