package org.srdi.monitor.reminder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.definition.JobDefinition.Audience;
import org.srdi.monitor.definition.JobDefinition.Reminder;
import org.srdi.monitor.notice.Contacts;
import org.srdi.monitor.notice.Recipient;
import org.srdi.monitor.notice.Role;
import org.srdi.monitor.reminder.CallList.Call;

/**
 * Sorts the missing reports of a stage into one parcel per person, whatever roles and
 * regions the person has. Enterprises that nobody of their own can be reminded for go to
 * the province, also at stages it is not reminded at.
 */
final class Parcels {

	private final Map<String, Parcel> parcels = new LinkedHashMap<>();

	private final List<Call> uncontacted = new ArrayList<>();

	private final List<Call> untold = new ArrayList<>();

	private Parcels() {
	}

	/** Sorts them; the calls come in the order of their ranks. */
	static Parcels of(Reminder stage, List<Call> calls, Contacts contacts, RegionCode province) {
		Parcels parcels = new Parcels();
		Map<Long, Recipient> firms = contacts
			.ofEnterprises(calls.stream().map((call) -> call.report().enterpriseId()).toList());
		Map<RegionCode, List<Recipient>> staff = contacts.byRegion(Role.REMINDER);
		for (Call call : calls) {
			parcels.sort(stage, call, firms.get(call.report().enterpriseId()), staff, province);
		}
		return parcels;
	}

	private void sort(Reminder stage, Call call, @Nullable Recipient firm, Map<RegionCode, List<Recipient>> staff,
			RegionCode province) {
		boolean told = false;
		if (stage.to().contains(Audience.ENTERPRISE) && firm != null) {
			parcel(firm).own().add(call);
			told = true;
		}
		for (Audience audience : stage.to()) {
			RegionCode region = region(audience, call, province);
			for (Recipient person : (region != null) ? staff.getOrDefault(region, List.of()) : List.<Recipient>of()) {
				add(parcel(person).watched(), call);
				told = true;
			}
		}
		if (stage.to().contains(Audience.ENTERPRISE) && firm == null) {
			this.uncontacted.add(call);
			for (Recipient person : staff.getOrDefault(province, List.of())) {
				add(parcel(person).uncontacted(), call);
				told = true;
			}
		}
		if (!told) {
			this.untold.add(call);
		}
	}

	private static @Nullable RegionCode region(Audience audience, Call call, RegionCode province) {
		return switch (audience) {
			case ENTERPRISE -> null;
			case COUNTY -> call.report().county();
			case CITY -> call.report().city();
			case PROVINCE -> province;
		};
	}

	/** A person may be responsible for a county and its city. */
	private static void add(List<Call> calls, Call call) {
		if (calls.isEmpty() || !calls.get(calls.size() - 1).equals(call)) {
			calls.add(call);
		}
	}

	private Parcel parcel(Recipient person) {
		return this.parcels.computeIfAbsent(person.email(), (missing) -> Parcel.empty(person));
	}

	List<Parcel> all() {
		return List.copyOf(this.parcels.values());
	}

	/** Returns the reports of enterprises that have no contact to remind. */
	List<Call> uncontacted() {
		return this.uncontacted;
	}

	/** Returns the reports that nobody at all can be reminded of. */
	List<Call> untold() {
		return this.untold;
	}

}
