package org.srdi.monitor.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found in a file, or in a part of a large one.
 *
 * @param file the file
 * @param uploads the reports in it
 * @param last whether the file is read to its end
 * @param unreadable why it cannot be read, in Chinese; null if it can
 */
public record FoundFile(IntakeFiles.Waiting file, List<Upload> uploads, boolean last, @Nullable String unreadable) {

}
