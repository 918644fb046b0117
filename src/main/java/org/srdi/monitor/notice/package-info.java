/**
 * What people are told by mail: the outbox, the ways out of it, and the contacts.
 * <p>
 * A notice is put into the outbox in the transaction of what it tells of, and is sent
 * afterwards, to each recipient by a mail of its own. It goes out once for each key and
 * address: the claim is committed before the mail is handed over, and a marker is written
 * to disk after the server took it and before the row says so. What remains is a process
 * that dies between the two: it repeats one mail, under the same Message-ID. Files, which
 * take the place of mails where there is no server, are never repeated.
 */
@ApplicationModule(displayName = "Notice", allowedDependencies = { "core", "definition", "register", "workbook" })
@NullMarked
package org.srdi.monitor.notice;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
