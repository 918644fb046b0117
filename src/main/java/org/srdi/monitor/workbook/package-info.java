/**
 * Spreadsheets: cells in, styled workbooks and marked copies out. The only user of Apache
 * POI.
 * <p>
 * Reading looks at the raw text of the cells, so that a number is what was typed and
 * never what a {@code double} made of it. Large sheets are read and written row by row.
 * What is saved is byte-identical for identical content.
 */
@ApplicationModule(displayName = "Workbook", allowedDependencies = "core")
@NullMarked
package org.srdi.monitor.workbook;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
