package org.srdi.monitor.submission;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.Batches;

/**
 * Finds what came in but is not in the database, as after a backup was restored, and puts
 * it back where it came in: under its old name, with its old time, as the same arrival.
 */
public final class LostArrivals {

	private final JdbcClient jdbc;

	private final ArrivalJournal journal;

	private final Archive archive;

	private final Inbox inbox;

	LostArrivals(JdbcClient jdbc, ArrivalJournal journal, Archive archive, Inbox inbox) {
		this.jdbc = jdbc;
		this.journal = journal;
		this.archive = archive;
		this.inbox = inbox;
	}

	/**
	 * What the journal and the database say.
	 *
	 * @param noted how many arrivals were looked at
	 * @param lost those the database does not know, whose bytes are kept
	 * @param gone those the database does not know, whose bytes are not there
	 */
	public record Found(int noted, List<Arrival> lost, List<Arrival> gone) {

	}

	/** Looks for arrivals that were noted in a month or later. */
	public Found find(YearMonth from) {
		int noted = 0;
		List<Arrival> lost = new ArrayList<>();
		List<Arrival> gone = new ArrayList<>();
		for (Path file : this.journal.files(from)) {
			Map<String, Arrival> arrivals = new LinkedHashMap<>();
			this.journal.read(file).forEach((arrival) -> arrivals.put(arrival.claim(), arrival));
			noted += arrivals.size();
			arrivals.keySet().removeAll(known(arrivals.keySet()));
			arrivals.values().forEach((arrival) -> (this.archive.has(arrival.sha256()) ? lost : gone).add(arrival));
		}
		return new Found(noted, lost, gone);
	}

	private Set<String> known(Set<String> claims) {
		Set<String> known = new HashSet<>();
		for (List<String> some : Batches.of(claims)) {
			known.addAll(this.jdbc.sql("SELECT claim FROM intake_file WHERE claim IN (:claims)")
				.param("claims", some)
				.query(String.class)
				.list());
		}
		return known;
	}

	/**
	 * Puts lost arrivals back into the inbox, from where the next intake takes them.
	 * @throws java.io.UncheckedIOException if one cannot be copied
	 */
	public void bringBack(List<Arrival> lost) {
		lost.forEach((arrival) -> this.inbox.reclaim(arrival, this.archive.find(arrival.sha256())));
	}

}
