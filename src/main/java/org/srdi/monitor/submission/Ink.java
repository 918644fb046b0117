package org.srdi.monitor.submission;

import java.math.BigDecimal;

/** Writes into the slots of a form workbook. */
interface Ink {

	void text(Slot slot, String text);

	void number(Slot slot, BigDecimal number);

}
