package org.srdi.monitor.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.register.Cells;
import org.srdi.monitor.register.Problems;
import org.srdi.monitor.workbook.Table.TableRow;

/** Reads the rows of a file of contacts and checks them cell by cell. */
final class ContactReader {

	private static final Pattern EMAIL = Pattern
		.compile("[a-z0-9!#$%&'*+/=?^_{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+"
				+ "[a-z0-9-]{2,}");

	private static final Map<String, Role> ROLES = Map.of("rollup", Role.ROLLUP, "月报", Role.ROLLUP, "reminder",
			Role.REMINDER, "催报", Role.REMINDER, "alert", Role.ALERT, "告警", Role.ALERT);

	private static final Map<String, Locale> LANGUAGES = Map.of("zh", Locale.CHINESE, "中文", Locale.CHINESE, "en",
			Locale.ENGLISH, "英文", Locale.ENGLISH);

	private static final Map<String, Boolean> REMOVED = Map.of("在用", false, "active", false, "停用", true, "removed",
			true);

	private final Set<RegionCode> regions;

	private final Problems problems;

	private final Map<ContactRow.Key, CellAddress> stated = new HashMap<>();

	private final Map<CreditCode, CellAddress> enterprises = new HashMap<>();

	ContactReader(Set<RegionCode> regions, Problems problems) {
		this.regions = regions;
		this.problems = problems;
	}

	/** Reads a row; null if it has a problem. */
	@Nullable ContactRow read(TableRow row) {
		Cells cells = new Cells(row, this.problems);
		String name = cells.text(ContactRow.NAME, 80);
		if (name == null) {
			cells.problem(ContactRow.NAME, "contact.name");
		}
		String email = email(cells);
		Role role = role(cells);
		CreditCode enterprise = cells.creditCode(ContactRow.CREDIT_CODE);
		String scope = scope(cells, enterprise);
		Locale locale = cells.choice(ContactRow.LANGUAGE, LANGUAGES, "contact.language");
		Boolean removed = cells.choice(ContactRow.STATUS, REMOVED, "contact.status");
		if (name == null || email == null || role == null || scope == null) {
			return null;
		}
		ContactRow read = new ContactRow(cells.at((enterprise != null) ? ContactRow.CREDIT_CODE : ContactRow.REGION),
				new ContactRow.Key(role, scope, email), enterprise,
				new Recipient(name, email, Objects.requireNonNullElse(locale, Locale.CHINESE)),
				Boolean.TRUE.equals(removed));
		demandNew(cells, read);
		return read;
	}

	private static @Nullable String email(Cells cells) {
		String text = cells.plain(ContactRow.EMAIL);
		String email = (text != null) ? text.toLowerCase(Locale.ROOT) : "";
		if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
			cells.problem(ContactRow.EMAIL, "contact.email", email);
			return null;
		}
		return email;
	}

	private static @Nullable Role role(Cells cells) {
		if (cells.plain(ContactRow.ROLE) == null) {
			cells.problem(ContactRow.ROLE, "contact.role", "");
			return null;
		}
		Role role = cells.choice(ContactRow.ROLE, ROLES, "contact.role");
		if (role != null && role != Role.REMINDER && cells.plain(ContactRow.CREDIT_CODE) != null) {
			cells.problem(ContactRow.ROLE, "contact.enterprise-role", String.valueOf(cells.plain(ContactRow.ROLE)));
		}
		return role;
	}

	private @Nullable String scope(Cells cells, @Nullable CreditCode enterprise) {
		String region = cells.plain(ContactRow.REGION);
		boolean named = cells.plain(ContactRow.CREDIT_CODE) != null;
		if (named == (region != null)) {
			cells.problem(cells.present(ContactRow.REGION, ContactRow.CREDIT_CODE), "contact.scope");
			return null;
		}
		if (region == null) {
			return (enterprise != null) ? enterprise.value() : null;
		}
		if (!region.matches("\\d{6}") || !this.regions.contains(new RegionCode(region))) {
			cells.problem(ContactRow.REGION, "contact.region", region);
			return null;
		}
		return region;
	}

	private void demandNew(Cells cells, ContactRow row) {
		CellAddress place = cells.at(ContactRow.EMAIL);
		CellAddress before = this.stated.putIfAbsent(row.key(), place);
		if (before != null) {
			this.problems.add(place, "contact.duplicate", this.problems.describe(before));
		}
		else if (row.enterprise() != null && !row.removed()) {
			CellAddress other = this.enterprises.putIfAbsent(row.enterprise(), place);
			if (other != null) {
				this.problems.add(place, "contact.second", row.enterprise().value(), this.problems.describe(other));
			}
		}
	}

}
