package org.srdi.monitor.reminder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.srdi.monitor.notice.Recipient;
import org.srdi.monitor.reminder.CallList.Call;

/**
 * All that one person is reminded of in one mail.
 *
 * @param to the person
 * @param own the reports of the person's own enterprises
 * @param watched the reports missing in the person's regions, the most effective first
 * @param uncontacted the reports of enterprises that have no contact to remind
 */
record Parcel(Recipient to, List<Call> own, List<Call> watched, List<Call> uncontacted) {

	static Parcel empty(Recipient to) {
		return new Parcel(to, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
	}

	/** Returns the numbers of all enterprises it is about. */
	Set<Long> enterprises() {
		Set<Long> ids = new HashSet<>();
		List.of(this.own, this.watched, this.uncontacted)
			.forEach((calls) -> calls.forEach((call) -> ids.add(call.report().enterpriseId())));
		return ids;
	}

	boolean isEmpty() {
		return enterprises().isEmpty();
	}

	/** Returns the parcel without what the person was told of already. */
	Parcel without(Collection<Long> told) {
		return new Parcel(this.to, without(this.own, told), without(this.watched, told),
				without(this.uncontacted, told));
	}

	private static List<Call> without(List<Call> calls, Collection<Long> told) {
		return calls.stream().filter((call) -> !told.contains(call.report().enterpriseId())).toList();
	}

}
