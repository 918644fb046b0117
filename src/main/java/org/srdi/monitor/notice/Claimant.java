package org.srdi.monitor.notice;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** Names this process among all that may send, and knows which of this host are gone. */
final class Claimant {

	private final String host = host();

	private final String name = this.host + "/" + ProcessHandle.current().pid() + "/"
			+ start(ProcessHandle.current(), ManagementFactory.getRuntimeMXBean().getStartTime());

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown-host";
		}
	}

	private static long start(ProcessHandle process, long unknown) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(unknown);
	}

	/** Returns the name of this process: host, process and start. */
	String name() {
		return this.name;
	}

	/** Returns whether a process is known to be gone; those of other hosts never are. */
	boolean isGone(String other) {
		String[] parts = other.split("/", -1);
		if (other.equals(this.name) || parts.length != 3 || !parts[0].equals(this.host)) {
			return false;
		}
		try {
			long started = Long.parseLong(parts[2]);
			return ProcessHandle.of(Long.parseLong(parts[1]))
				.filter(ProcessHandle::isAlive)
				.filter((process) -> start(process, started) == started)
				.isEmpty();
		}
		catch (NumberFormatException ex) {
			return false; // not written by this program
		}
	}

}
