package org.srdi.monitor.workbook;

/**
 * A sheet of a workbook.
 *
 * @param name its name
 * @param visible whether people see it
 */
public record SheetInfo(String name, boolean visible) {

}
