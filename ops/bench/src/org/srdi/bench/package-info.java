/**
 * Measures how fast spreadsheets are read and taken in, beside other readers. Not part of
 * the product and of no build but that of the profile {@code bench}.
 */
@NullMarked
package org.srdi.bench;

import org.jspecify.annotations.NullMarked;
