package org.srdi.monitor.notice;

import org.jspecify.annotations.Nullable;

/**
 * A person who is written to.
 *
 * @param role what for
 * @param scope the code of the region, or the credit code of the enterprise, the person
 * looks after
 * @param place the name of the region or enterprise; null where it is unknown
 * @param recipient the person
 */
public record Contact(Role role, String scope, @Nullable String place, Recipient recipient) {

}
