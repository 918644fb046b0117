/** What lies in {@code ops/} is true: units, containers, alerts, pages. */
package org.srdi.monitor.ops;
