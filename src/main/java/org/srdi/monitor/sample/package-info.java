/**
 * An invented province to try everything on: a register, plans, history and a month of
 * reports, some of them faulty on purpose.
 * <p>
 * Only the number of national little giants by city and batch is real; no figure stands
 * beside a real enterprise. A firm's figures depend on the seed, its number and the first
 * year alone, so more firms or other months around them change nothing. Figures are drawn
 * as floating-point numbers and become whole cents of 万元 at once; everything that has to
 * add up is added up in these.
 */
@ApplicationModule(displayName = "Sample", allowedDependencies = { "core", "definition", "submission", "workbook" })
@NullMarked
package org.srdi.monitor.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
