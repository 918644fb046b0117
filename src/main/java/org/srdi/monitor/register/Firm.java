package org.srdi.monitor.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.register.RegisterRow.NamePlace;

/** The rows of a register file that speak of one enterprise. */
final class Firm {

	private final List<RegisterRow> rows = new ArrayList<>(1);

	void add(RegisterRow row) {
		this.rows.add(row);
	}

	void addAll(Firm other) {
		this.rows.addAll(other.rows);
	}

	RegisterRow first() {
		return this.rows.get(0);
	}

	@Nullable CreditCode code() {
		return first(RegisterRow::code);
	}

	String name() {
		return first().name();
	}

	RegionCode city() {
		return first().city();
	}

	NamePlace namePlace() {
		return first().namePlace();
	}

	/** Returns what the first row that states it says; null if none does. */
	<T> @Nullable T first(Function<RegisterRow, @Nullable T> fact) {
		for (RegisterRow row : this.rows) {
			T value = fact.apply(row);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

	Map<Title.Key, Title> titles() {
		Map<Title.Key, Title> titles = new LinkedHashMap<>();
		for (RegisterRow row : this.rows) {
			Title title = row.title();
			if (title != null) {
				titles.putIfAbsent(title.key(), title);
			}
		}
		return titles;
	}

	Map<LocalDate, Membership> memberships() {
		Map<LocalDate, Membership> memberships = new TreeMap<>();
		for (RegisterRow row : this.rows) {
			Membership membership = row.membership();
			if (membership != null) {
				memberships.putIfAbsent(membership.from(), membership);
			}
		}
		return memberships;
	}

	/** Returns the row that states the membership from that day, else the first. */
	int rowOf(LocalDate memberFrom) {
		return this.rows.stream().filter((row) -> {
			Membership membership = row.membership();
			return membership != null && membership.from().equals(memberFrom);
		}).findFirst().orElse(first()).row();
	}

	/** Demands that the rows agree and that each of them adds something. */
	void check(Layout layout, Problems problems) {
		if (this.rows.size() > 1) {
			new Agreement(layout, problems).check();
		}
	}

	/** The comparison of the rows, one after the other, with those before. */
	private final class Agreement {

		private final Layout layout;

		private final Problems problems;

		private final Map<Object, RegisterRow> stated = new HashMap<>();

		Agreement(Layout layout, Problems problems) {
			this.layout = layout;
			this.problems = problems;
		}

		void check() {
			for (RegisterRow row : Firm.this.rows) {
				demandSame(row, RegisterColumns.NAME, named(row));
				demandSame(row, RegisterColumns.CITY_CODE, placed(row));
				demandSame(row, RegisterColumns.COUNTY, row.county());
				demandSame(row, RegisterColumns.INDUSTRY, row.industry());
				demandSame(row, RegisterColumns.ABOVE_SCALE, row.aboveScale());
				demandNew(row);
			}
			demandNoOverlap();
		}

		private static @Nullable String named(RegisterRow row) {
			return row.name().equals(RegisterRow.NAMELESS) ? null : row.name();
		}

		private static @Nullable RegionCode placed(RegisterRow row) {
			return row.city().equals(RegisterRow.NOWHERE) ? null : row.city();
		}

		private void demandSame(RegisterRow row, String column, @Nullable Object value) {
			RegisterRow before = (value != null) ? this.stated.putIfAbsent(column, row) : null;
			if (before != null && !Objects.equals(value, valueOf(before, column))) {
				this.problems.add(at(row, column), "firm.differs", String.valueOf(value),
						this.problems.describe(at(before, column)), String.valueOf(valueOf(before, column)));
			}
		}

		private static @Nullable Object valueOf(RegisterRow row, String column) {
			return switch (column) {
				case RegisterColumns.NAME -> row.name();
				case RegisterColumns.CITY_CODE -> row.city();
				case RegisterColumns.COUNTY -> row.county();
				case RegisterColumns.INDUSTRY -> row.industry();
				default -> row.aboveScale();
			};
		}

		private void demandNew(RegisterRow row) {
			Title title = row.title();
			Membership membership = row.membership();
			RegisterRow titled = (title != null) ? this.stated.putIfAbsent(title.key(), row) : null;
			RegisterRow member = (membership != null) ? this.stated.putIfAbsent(membership.from(), row) : null;
			if (titled != null && !Objects.equals(title, titled.title())) {
				differs(row, RegisterColumns.TIER, "title.differs", titled);
			}
			else if (member != null && !Objects.equals(membership, member.membership())) {
				differs(row, RegisterColumns.MEMBER_FROM, "member.differs", member);
			}
			else if (!row.equals(first()) && (title == null || titled != null)
					&& (membership == null || member != null)) {
				differs(row, key(row), "firm.duplicate", (titled != null) ? titled : first());
			}
		}

		private void differs(RegisterRow row, String column, String key, RegisterRow before) {
			this.problems.add(at(row, column), key, (row.code() != null) ? row.code().value() : row.name(),
					this.problems.describe(at(before, column)));
		}

		private static String key(RegisterRow row) {
			return (row.code() != null) ? RegisterColumns.CREDIT_CODE : RegisterColumns.NAME;
		}

		private void demandNoOverlap() {
			Membership last = null;
			for (Membership membership : memberships().values()) {
				if (last != null && last.overlaps(membership)) {
					this.problems.add(this.layout.at(rowOf(membership.from()), RegisterColumns.MEMBER_FROM),
							"member.overlap", membership.from().toString(), last.from().toString());
				}
				last = membership;
			}
		}

		private CellAddress at(RegisterRow row, String column) {
			boolean isNamed = column.equals(RegisterColumns.CITY_CODE) && !this.layout.has(column);
			return this.layout.at(row.row(), isNamed ? RegisterColumns.CITY_NAME : column);
		}

	}

}
