/**
 * Reads the files of {@code jobs/}: binds them strictly, then checks what they mean. A
 * mistake never stops the reading; all of them are told at once.
 * <p>
 * YAML is bound by Spring Boot, whose origins say where a value stands. What could not be
 * read is null (or, in a list, a stand-in) and was told; the checks of what it means pass
 * over elements that are incomplete and over values that failed.
 */
@NullMarked
package org.srdi.monitor.definition.reading;

import org.jspecify.annotations.NullMarked;
