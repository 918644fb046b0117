package org.srdi.monitor.validation;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.OperatingStatus;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.EntryValues;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;

/**
 * Reads how an enterprise says it operates.
 *
 * @param field the field that says so
 */
record Status(Field field) {

	static Status of(Form form) {
		return new Status(form.field(FieldCode.of("operating_status")).orElseThrow());
	}

	/** Returns whether the enterprise operates normally; not if that cannot be read. */
	boolean isNormal(Report report) {
		String text = report.text(this.field.code().value());
		return text != null && OperatingStatus.NORMAL.name().equals(EntryValues.code(this.field, text));
	}

}
