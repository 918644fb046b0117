package org.srdi.monitor.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.register.RegisterStore.Facts;
import org.srdi.monitor.register.RegisterStore.Owned;

/**
 * Brings the register up to what a file says, chunk by chunk. A column that the file has
 * speaks for itself, blanks included; what it has no column for stays as it was.
 */
final class RegisterWriter {

	private final RegisterStore store;

	private final Recognition recognition;

	private final Layout layout;

	private final Problems problems;

	private int added;

	private int changed;

	private int unchanged;

	private int titles;

	RegisterWriter(RegisterStore store, Layout layout, Problems problems) {
		this.store = store;
		this.recognition = new Recognition(store, layout, problems);
		this.layout = layout;
		this.problems = problems;
	}

	boolean changedAnything() {
		return this.added + this.changed > 0;
	}

	ImportResult result(int rows) {
		return new ImportResult(rows, this.added, this.changed, this.unchanged, this.titles, List.of());
	}

	void write(List<Firm> firms) {
		List<Registered> registered = register(firms, this.recognition.recognise(firms));
		List<Long> known = registered.stream().filter((one) -> !one.isNew).map((one) -> one.id).toList();
		Map<Long, List<Title>> titlesBefore = this.store.titles(known);
		Map<Long, List<Membership>> membershipsBefore = this.store.memberships(known);
		List<Owned<Title>> newTitles = new ArrayList<>();
		List<Owned<Membership>> newMemberships = new ArrayList<>();
		for (Registered one : registered) {
			List<Title> titles = titles(one.firm, titlesBefore.getOrDefault(one.id, List.of()));
			List<Membership> memberships = memberships(one.firm, membershipsBefore.getOrDefault(one.id, List.of()));
			titles.forEach((title) -> newTitles.add(new Owned<>(one.id, title)));
			memberships.forEach((membership) -> newMemberships.add(new Owned<>(one.id, membership)));
			count(one, !titles.isEmpty() || !memberships.isEmpty());
		}
		this.store.putTitles(newTitles);
		this.store.putMemberships(newMemberships);
	}

	private void count(Registered one, boolean hasNews) {
		if (one.isNew) {
			this.added++;
		}
		else if (one.isChanged || hasNews) {
			this.changed++;
		}
		else {
			this.unchanged++;
		}
	}

	private List<Registered> register(List<Firm> firms, Map<Firm, Facts> known) {
		List<Firm> strangers = firms.stream().filter((firm) -> !known.containsKey(firm)).toList();
		List<Long> ids = this.store.insert(strangers.stream().map((firm) -> facts(firm, null)).toList());
		List<Registered> registered = new ArrayList<>();
		for (int i = 0; i < strangers.size(); i++) {
			registered.add(new Registered(strangers.get(i), ids.get(i), true, false));
		}
		List<Facts> changes = new ArrayList<>();
		known.forEach((firm, before) -> {
			Facts after = facts(firm, before);
			boolean isChanged = !after.equals(before);
			registered.add(new Registered(firm, before.enterprise().id(), false, isChanged));
			if (isChanged) {
				changes.add(after);
			}
		});
		this.store.update(changes);
		return registered;
	}

	private Facts facts(Firm firm, @Nullable Facts before) {
		Enterprise known = (before != null) ? before.enterprise() : null;
		return new Facts(new Enterprise((known != null) ? known.id() : 0,
				(firm.code() != null || known == null) ? firm.code() : known.creditCode(), firm.name(), firm.city(),
				stated(RegisterColumns.COUNTY, firm.first(RegisterRow::county), known, Enterprise::county),
				stated(RegisterColumns.INDUSTRY, firm.first(RegisterRow::industry), known, Enterprise::industryCode),
				stated(RegisterColumns.ABOVE_SCALE, firm.first(RegisterRow::aboveScale), known,
						Enterprise::aboveScale)),
				stated(RegisterColumns.NOTE, firm.first(RegisterRow::note), before, Facts::note));
	}

	/** Returns what the file says if it has the column, else what was known before. */
	private <T, V> @Nullable V stated(String column, @Nullable V value, @Nullable T before,
			Function<T, @Nullable V> fact) {
		return (this.layout.has(column) || before == null) ? value : fact.apply(before);
	}

	private List<Title> titles(Firm firm, List<Title> before) {
		Map<Title.Key, Title> known = before.stream().collect(Collectors.toMap(Title::key, Function.identity()));
		List<Title> news = new ArrayList<>();
		firm.titles().forEach((key, title) -> {
			Title last = known.get(key);
			Title next = merge(title, last);
			this.titles += (last == null) ? 1 : 0;
			if (!next.equals(last)) {
				news.add(next);
			}
		});
		return news;
	}

	private Title merge(Title title, @Nullable Title before) {
		Title.Status status = stated(RegisterColumns.STATUS, title.status(), before, Title::status);
		return new Title(title.tier(), title.batch(),
				stated(RegisterColumns.GRANTED_ON, title.grantedOn(), before, Title::grantedOn),
				stated(RegisterColumns.VALID_FROM, title.validFrom(), before, Title::validFrom),
				stated(RegisterColumns.VALID_TO, title.validTo(), before, Title::validTo),
				Objects.requireNonNullElse(status, Title.Status.VALID));
	}

	private List<Membership> memberships(Firm firm, List<Membership> before) {
		Map<LocalDate, Membership> all = before.stream()
			.collect(Collectors.toMap(Membership::from, Function.identity(), (one, other) -> one, TreeMap::new));
		List<Membership> news = new ArrayList<>();
		firm.memberships().forEach((from, membership) -> {
			Membership next = merge(membership, all.get(from));
			if (!next.equals(all.put(from, next))) {
				news.add(next);
			}
		});
		demandNoOverlap(firm, all);
		return news;
	}

	private Membership merge(Membership membership, @Nullable Membership before) {
		Duty duty = stated(RegisterColumns.DUTY, membership.duty(), before, Membership::duty);
		return new Membership(membership.from(),
				stated(RegisterColumns.MEMBER_TO, membership.to(), before, Membership::to),
				Objects.requireNonNullElse(duty, Duty.DUE),
				stated(RegisterColumns.REASON, membership.reason(), before, Membership::reason));
	}

	private void demandNoOverlap(Firm firm, Map<LocalDate, Membership> all) {
		Membership last = null;
		for (Membership membership : all.values()) {
			if (last != null && last.overlaps(membership)) {
				this.problems.add(this.layout.at(firm.rowOf(membership.from()), RegisterColumns.MEMBER_FROM),
						"member.overlap", membership.from().toString(), last.from().toString());
			}
			last = membership;
		}
	}

	/** An enterprise of the file and its number in the register. */
	private record Registered(Firm firm, long id, boolean isNew, boolean isChanged) {

	}

}
