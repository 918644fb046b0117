package org.srdi.monitor.submission;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/**
 * Something that was forgiven when a file was read.
 *
 * @param rule what kind of thing
 * @param cell where; null where it concerns the file
 * @param read what stands there
 * @param taken what it was taken for
 */
public record Tolerated(Tolerance rule, @Nullable CellAddress cell, String read, String taken) {

}
