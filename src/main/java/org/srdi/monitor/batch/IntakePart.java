package org.srdi.monitor.batch;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.submission.FoundFile;
import org.srdi.monitor.submission.IntakeFiles;

/**
 * A small file to be read as a whole, or some rows of a large one that is read as it
 * streams by.
 *
 * @param file the file
 * @param found the rows; null for a file to be read
 */
record IntakePart(IntakeFiles.Waiting file, @Nullable FoundFile found) {

}
