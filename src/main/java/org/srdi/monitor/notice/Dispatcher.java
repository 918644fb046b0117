package org.srdi.monitor.notice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.notice.SentMarkers.Marker;
import org.srdi.monitor.notice.UndeliveredException.Outlook;

/**
 * Sends what is due, letter by letter: claim, look for the marker, hand over, leave the
 * marker, note it. Any number of nodes may do so at once.
 */
final class Dispatcher {

	private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

	private static final int PAGE = 100;

	/** The pauses after a failure; after one more it is given up. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12));

	private final Deliveries deliveries;

	private final AttachmentFiles files;

	private final SentMarkers markers;

	private final Troubles troubles;

	private final WayOut wayOut;

	private final JobDefinition job;

	private final Clock businessClock;

	private final InstantSource machineClock;

	Dispatcher(Deliveries deliveries, AttachmentFiles files, SentMarkers markers, Troubles troubles, WayOut wayOut,
			JobDefinition job, Clock businessClock, InstantSource machineClock) {
		this.deliveries = deliveries;
		this.files = files;
		this.markers = markers;
		this.troubles = troubles;
		this.wayOut = wayOut;
		this.job = job;
		this.businessClock = businessClock;
		this.machineClock = machineClock;
	}

	WayOut wayOut() {
		return this.wayOut;
	}

	/**
	 * Sends what is due.
	 * @param insisting whether to try although the way out was closed a moment ago
	 */
	Dispatch send(boolean insisting) {
		this.deliveries.takeBack(this.machineClock.instant());
		Optional<Trouble> before = this.troubles.find(this.wayOut.name());
		boolean waiting = before.filter((trouble) -> trouble.retryAt().isAfter(this.machineClock.instant()))
			.isPresent();
		Round round = new Round(before.isPresent());
		if (waiting && !insisting) {
			return round.outcome(before.get(), 0);
		}
		boolean quiet = isQuiet();
		try (WayOut.Passage passage = this.wayOut.open()) {
			round.run(passage, quiet ? this.job.notices().urgent() : null);
		}
		int held = (quiet && round.trouble == null) ? this.deliveries.countDue(this.machineClock.instant()) : 0;
		return round.outcome(round.trouble, held);
	}

	private boolean isQuiet() {
		JobDefinition.QuietHours hours = this.job.notices().quietHours();
		return hours != null
				&& hours.contains(LocalTime.ofInstant(this.businessClock.instant(), this.job.calendar().zone()));
	}

	/** One round of sending, with what came of it so far. */
	private final class Round {

		private boolean closedBefore;

		private int sent;

		private int failed;

		private int givenUp;

		private final List<Path> written = new ArrayList<>();

		private @Nullable Trouble trouble;

		Round(boolean closedBefore) {
			this.closedBefore = closedBefore;
		}

		Dispatch outcome(@Nullable Trouble trouble, int quiet) {
			return new Dispatch(Dispatcher.this.wayOut.name(), this.sent, this.failed, this.givenUp, quiet,
					this.written, trouble);
		}

		void run(WayOut.Passage passage, @Nullable List<String> kinds) {
			boolean going = true;
			while (going && this.trouble == null) {
				going = false;
				List<Long> due = Dispatcher.this.deliveries.due(now(), kinds, PAGE);
				for (int i = 0; i < due.size() && this.trouble == null; i++) {
					if (Dispatcher.this.deliveries.claim(due.get(i), Dispatcher.this.wayOut.name(), now())) {
						going = true;
						deliver(Dispatcher.this.deliveries.letter(due.get(i)), passage);
					}
				}
			}
		}

		private void deliver(Letter bare, WayOut.Passage passage) {
			try {
				Optional<Marker> marker = marker(bare);
				if (marker.isPresent()) {
					recall(bare, marker.get());
					return;
				}
				Letter letter = bare.with(Dispatcher.this.deliveries.attachments(bare.id(), Dispatcher.this.files));
				if (Dispatcher.this.deliveries.confirm(letter, Dispatcher.this.wayOut.messageId(letter), now())) {
					handOver(letter, passage);
				}
			}
			catch (UndeliveredException ex) {
				note(bare, ex);
			}
			catch (DataAccessException ex) {
				throw ex; // says nothing about the letter
			}
			catch (RuntimeException ex) {
				note(bare, new UndeliveredException(Outlook.LATER, "unwritten", ex));
			}
		}

		private void handOver(Letter letter, WayOut.Passage passage) throws UndeliveredException {
			Letter.Receipt receipt = passage.send(letter);
			Instant at = Dispatcher.this.businessClock.instant();
			leaveMarker(letter, at);
			Dispatcher.this.deliveries.sent(letter, at, now(), null);
			this.sent++;
			if (receipt.file() != null) {
				this.written.add(receipt.file());
			}
			if (this.closedBefore) {
				Dispatcher.this.troubles.forget(Dispatcher.this.wayOut.name());
				this.closedBefore = false;
			}
		}

		/**
		 * It went out before, only the database did not know; other words stay unsaid.
		 */
		private void recall(Letter letter, Marker marker) {
			String remark = marker.hash().equals(letter.hash()) ? null : "sent-otherwise";
			if (remark != null) {
				log.warn("Delivery {} went out before with other content and is not sent again", letter.id());
			}
			Dispatcher.this.deliveries.sent(letter, marker.at(), now(), remark);
		}

		private void note(Letter letter, UndeliveredException failure) {
			if (failure.outlook() == Outlook.NO_WAY_OUT) {
				Dispatcher.this.deliveries.giveBack(letter);
				this.trouble = Dispatcher.this.troubles.note(Dispatcher.this.wayOut.name(), failure, now());
				log.warn("No notices get out by {}: {}", Dispatcher.this.wayOut.name(), failure.code());
				return;
			}
			boolean again = failure.outlook() == Outlook.LATER && letter.attempts() < PAUSES.size();
			Dispatcher.this.deliveries.failed(letter, failure, now(), again ? PAUSES.get(letter.attempts()) : null);
			log.warn("Delivery {} failed: {}{}", letter.id(), failure.code(), again ? "" : ", given up");
			if (again) {
				this.failed++;
			}
			else {
				this.givenUp++;
			}
		}

	}

	private Instant now() {
		return this.machineClock.instant();
	}

	private Optional<Marker> marker(Letter letter) throws UndeliveredException {
		try {
			return this.markers.find(letter);
		}
		catch (IOException ex) {
			throw new UndeliveredException(Outlook.NO_WAY_OUT, "unwritable", ex);
		}
	}

	/** The letter is out already, so a marker that cannot be written changes nothing. */
	private void leaveMarker(Letter letter, Instant at) {
		try {
			this.markers.write(letter, at);
		}
		catch (IOException ex) {
			log.error("Delivery {} went out, but its marker cannot be written", letter.id(), ex);
		}
	}

}
