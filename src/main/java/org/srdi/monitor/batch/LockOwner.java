package org.srdi.monitor.batch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who holds a lock: one taking by one process, told apart from all others there ever
 * were. Two containers may share the name of their host and reuse each other's process
 * numbers, so that the place where a process number means something belongs to the name.
 *
 * @param host the name of the host
 * @param process the number of the process
 * @param place the boot of the host and the process numbers of the container, as a hash
 * @param start when the process started, in ms since 1970
 * @param taking counts what the process has taken
 */
record LockOwner(String host, long process, String place, long start, long taking) {

	private static final int LONGEST_HOST = 60;

	private static final AtomicLong TAKINGS = new AtomicLong();

	private static final String HOST = hostName();

	private static final String PLACE = Integer.toHexString((bootOfHost() + processNumbers()).hashCode());

	/** Returns this process, about to take something. */
	static LockOwner next() {
		ProcessHandle self = ProcessHandle.current();
		return new LockOwner(HOST, self.pid(), PLACE, start(self).orElseGet(LockOwner::startOfMachine),
				TAKINGS.incrementAndGet());
	}

	/** Reads what {@link #toString} writes; empty if the text is not of that form. */
	static Optional<LockOwner> parse(String text) {
		String[] parts = text.split("/", -1);
		try {
			return (parts.length == 5) ? Optional.of(new LockOwner(parts[0], Long.parseLong(parts[1]), parts[2],
					Long.parseLong(parts[3]), Long.parseLong(parts[4]))) : Optional.empty();
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	/** Returns whether it can be seen from here that the process is no more. */
	boolean isSeenGone() {
		if (!this.host.equals(HOST) || !this.place.equals(PLACE)) {
			return false;
		}
		return ProcessHandle.of(this.process)
			.filter(ProcessHandle::isAlive)
			.flatMap(LockOwner::start)
			.filter((start) -> start == this.start)
			.isEmpty();
	}

	@Override
	public String toString() {
		return this.host + "/" + this.process + "/" + this.place + "/" + this.start + "/" + this.taking;
	}

	private static Optional<Long> start(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli);
	}

	private static long startOfMachine() {
		return ManagementFactory.getRuntimeMXBean().getStartTime();
	}

	private static String hostName() {
		try {
			String name = InetAddress.getLocalHost().getHostName().replace('/', '-');
			return name.substring(0, Math.min(name.length(), LONGEST_HOST));
		}
		catch (UnknownHostException ex) {
			return "unknown-host";
		}
	}

	/** Empty where the system does not tell; then the name of the host must do. */
	private static String bootOfHost() {
		try {
			return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static String processNumbers() {
		try {
			return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
		}
		catch (IOException | UnsupportedOperationException ex) {
			return "";
		}
	}

}
