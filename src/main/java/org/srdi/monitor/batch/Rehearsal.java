package org.srdi.monitor.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.transaction.support.TransactionOperations;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.RollupDefinition.Every;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Indicators;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.register.Rosters;
import org.srdi.monitor.target.Flag;
import org.srdi.monitor.target.Flags;
import org.srdi.monitor.target.ProgressRow;
import org.srdi.monitor.target.RegionalProgress;

/**
 * Finds out what working months off again would change, by doing it in one transaction
 * that is rolled back: later months see what the earlier ones would have become, and
 * nothing is stored or published.
 */
final class Rehearsal {

	private static final int FIRMS = 500;

	private static final int LARGEST = 5;

	private final TransactionOperations transaction;

	private final Rosters rosters;

	private final Indicators indicators;

	private final RegionalProgress regions;

	private final Flags flags;

	private final Publications publications;

	Rehearsal(TransactionOperations transaction, Rosters rosters, Indicators indicators, RegionalProgress regions,
			Flags flags, Publications publications) {
		this.transaction = transaction;
		this.rosters = rosters;
		this.indicators = indicators;
		this.regions = regions;
		this.flags = flags;
		this.publications = publications;
	}

	/**
	 * A month to rehearse.
	 *
	 * @param period the month
	 * @param asked whether it was asked for
	 * @param closed whether it has been worked off before
	 */
	record Month(ReportingPeriod period, boolean asked, boolean closed) {

	}

	/** Returns what would change, month by month; they must be in order. */
	List<PeriodChange> of(List<Month> months, Progress watcher) {
		List<PeriodChange> changes = this.transaction.execute((status) -> {
			status.setRollbackOnly();
			watcher.begin("rehearse", months.size());
			List<PeriodChange> found = new ArrayList<>();
			for (Month month : months) {
				found.add(of(month));
				watcher.advance(1);
			}
			watcher.end("rehearse");
			return found;
		});
		return Objects.requireNonNull(changes);
	}

	private PeriodChange of(Month month) {
		ReportingPeriod period = month.period();
		this.rosters.freeze(period);
		List<PeriodChange.ValueChange> values = values(period);
		List<ProgressRow> plansBefore = this.regions.rows(period);
		this.regions.update(period);
		int plans = differing(plansBefore, this.regions.rows(period));
		int[] changed = flags(period);
		return new PeriodChange(period, month.asked(), month.closed(), values.size(), largest(values), changed[0],
				changed[1], plans, this.publications.isStale(Every.MONTH, period));
	}

	private List<PeriodChange.ValueChange> values(ReportingPeriod period) {
		Map<Key, IndicatorValue> before = valuesByKey(period);
		this.indicators.aggregate(period);
		Map<Key, IndicatorValue> after = valuesByKey(period);
		Set<Key> all = new HashSet<>(before.keySet());
		all.addAll(after.keySet());
		List<PeriodChange.ValueChange> changes = new ArrayList<>();
		for (Key key : all) {
			IndicatorValue from = before.get(key);
			IndicatorValue to = after.get(key);
			if (!Objects.equals(from, to)) {
				changes.add(new PeriodChange.ValueChange(key.grouping(), key.member(), key.indicator(),
						(from != null) ? from.value() : null, (to != null) ? to.value() : null));
			}
		}
		return changes;
	}

	private Map<Key, IndicatorValue> valuesByKey(ReportingPeriod period) {
		Map<Key, IndicatorValue> values = new HashMap<>();
		for (Grouping grouping : Grouping.values()) {
			for (IndicatorValue value : this.indicators.values(period, grouping)) {
				values.put(new Key(grouping, value.member(), value.indicator()), value);
			}
		}
		return values;
	}

	private static List<PeriodChange.ValueChange> largest(Collection<PeriodChange.ValueChange> changes) {
		return changes.stream()
			.sorted(Comparator.comparing(PeriodChange.ValueChange::grouping)
				.thenComparing(PeriodChange.ValueChange::size, Comparator.reverseOrder())
				.thenComparing(PeriodChange.ValueChange::member)
				.thenComparing(PeriodChange.ValueChange::indicator))
			.limit(LARGEST)
			.toList();
	}

	/** Returns how many flags would be others, and how many of another level. */
	private int[] flags(ReportingPeriod period) {
		int gone = this.flags.deleteStrangers(period);
		int[] changed = { gone, gone };
		List<Long> firms = this.flags.firms(period);
		for (int from = 0; from < firms.size(); from += FIRMS) {
			count(period, firms.subList(from, Math.min(from + FIRMS, firms.size())), changed);
		}
		return changed;
	}

	private void count(ReportingPeriod period, List<Long> firms, int[] changed) {
		Map<String, Flag> before = flagsByKey(period, firms);
		this.flags.delete(period, firms);
		this.flags.store(this.flags.judge(period, firms));
		Map<String, Flag> after = flagsByKey(period, firms);
		Set<String> all = new HashSet<>(before.keySet());
		all.addAll(after.keySet());
		for (String key : all) {
			Flag from = before.get(key);
			Flag to = after.get(key);
			changed[0] += Objects.equals(from, to) ? 0 : 1;
			changed[1] += Objects.equals(level(from), level(to)) ? 0 : 1;
		}
	}

	private static Flag.@Nullable Level level(@Nullable Flag flag) {
		return (flag != null) ? flag.level() : null;
	}

	private Map<String, Flag> flagsByKey(ReportingPeriod period, List<Long> firms) {
		Map<String, Flag> flags = new HashMap<>();
		this.flags.of(period, firms).forEach((flag) -> flags.put(flag.enterpriseId() + "/" + flag.measure(), flag));
		return flags;
	}

	private static int differing(List<ProgressRow> before, List<ProgressRow> after) {
		Map<String, ProgressRow> left = new HashMap<>();
		before.forEach((row) -> left.put(row.target().rowId(), row));
		int differing = 0;
		for (ProgressRow row : after) {
			differing += row.equals(left.remove(row.target().rowId())) ? 0 : 1;
		}
		return differing + left.size();
	}

	private record Key(Grouping grouping, String member, String indicator) {

	}

}
