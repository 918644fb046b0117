package org.srdi.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks what did not happen and tells it: once for each expectation and period, once more
 * when it happened after all, once for each time the service was out, and a sign of life
 * every day. What fell due while the service was out is told with that, and has a while
 * to be made up for before it is told by itself.
 */
public final class Watch {

	private static final Logger log = LoggerFactory.getLogger(Watch.class);

	private static final String OUTAGE = "outage";

	private static final Duration GAPS_BACK = Duration.ofDays(7);

	private final Lookout lookout;

	private final Standing standing;

	private final Alerts alerts;

	private final SignOfLife signOfLife;

	private final TransactionOperations transactions;

	private final Duration catchUp;

	private final ZoneId zone;

	Watch(Lookout lookout, Standing standing, Alerts alerts, SignOfLife signOfLife, TransactionOperations transactions,
			Duration catchUp, ZoneId zone) {
		this.lookout = lookout;
		this.standing = standing;
		this.alerts = alerts;
		this.signOfLife = signOfLife;
		this.transactions = transactions;
		this.catchUp = catchUp;
		this.zone = zone;
	}

	/**
	 * Looks, and tells what is new.
	 * @param now the instant that counts
	 * @return what did not happen that had to have happened by now, told or not
	 */
	public List<Verdict> look(Instant now) {
		List<Verdict> verdicts = this.lookout.judge(now);
		List<Gap> gaps = this.lookout.traces()
			.gaps(now.minus(GAPS_BACK))
			.stream()
			.filter((gap) -> gap.length().compareTo(this.lookout.patience()) >= 0)
			.toList();
		gaps.forEach((gap) -> tellGap(gap, verdicts, now));
		verdicts.forEach((verdict) -> settle(verdict, gaps, now));
		settleEnded(verdicts, now);
		List<Verdict> missing = verdicts.stream().filter((verdict) -> !verdict.met()).toList();
		this.signOfLife.giveIfDue(now, this.zone, missing);
		return missing;
	}

	private void tellGap(Gap gap, List<Verdict> verdicts, Instant now) {
		String key = Verdict.minute(gap.from());
		this.standing.expect(OUTAGE, key, gap.from());
		this.transactions.executeWithoutResult((transaction) -> {
			if (this.standing.alert(OUTAGE, key, now)) {
				this.standing.meet(OUTAGE, key, now);
				List<Verdict> fallenDue = verdicts.stream()
					.filter((verdict) -> !verdict.met() && gap.holds(verdict.due()))
					.toList();
				log.warn("The service was out from {} to {}", gap.from(), gap.to());
				this.alerts.outage(gap, fallenDue);
			}
		});
	}

	private void settle(Verdict verdict, List<Gap> gaps, Instant now) {
		String code = verdict.expectation().code();
		if (verdict.met()) {
			if (isTimed(verdict)) {
				this.standing.expect(code, verdict.key(), verdict.due());
				met(code, verdict.key(), now);
			}
			return;
		}
		this.standing.expect(code, verdict.key(), verdict.due());
		if (!tellAt(verdict, gaps, now).isAfter(now)) {
			this.transactions.executeWithoutResult((transaction) -> {
				if (this.standing.alert(code, verdict.key(), now)) {
					log.warn("{} of {} did not happen by {}", code, verdict.key(), verdict.due());
					this.alerts.missing(verdict);
				}
			});
		}
	}

	/** What happens again and again has a key for every time it did not. */
	private static boolean isTimed(Verdict verdict) {
		return verdict.expectation().by() != null;
	}

	private Instant tellAt(Verdict verdict, List<Gap> gaps, Instant now) {
		Instant at = verdict.due();
		for (Gap gap : gaps) {
			if (gap.holds(at)) {
				at = gap.to().plus(this.catchUp);
			}
		}
		Optional<Instant> alive = this.lookout.traces().aliveSince(now.minus(this.lookout.patience()));
		Instant due = at;
		return alive.filter((start) -> start.isAfter(due)).map((start) -> start.plus(this.catchUp)).orElse(due);
	}

	/** What is open but not missing any more has happened. */
	private void settleEnded(List<Verdict> verdicts, Instant now) {
		for (Standing.Open open : this.standing.open()) {
			boolean judged = verdicts.stream().anyMatch((verdict) -> verdict.expectation().code().equals(open.code()));
			boolean missing = verdicts.stream()
				.anyMatch((verdict) -> !verdict.met() && verdict.expectation().code().equals(open.code())
						&& verdict.key().equals(open.key()));
			if (judged && !missing) {
				met(open.code(), open.key(), now);
			}
		}
	}

	private void met(String code, String key, Instant now) {
		this.transactions.executeWithoutResult((transaction) -> {
			if (this.standing.meet(code, key, now) && this.standing.isAlerted(code, key)
					&& this.standing.recover(code, key, now)) {
				log.info("{} of {} has happened after all", code, key);
				this.alerts.recovered(code, key, now);
			}
		});
	}

}
