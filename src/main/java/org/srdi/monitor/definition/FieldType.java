package org.srdi.monitor.definition;

/** What may stand in a field. */
public enum FieldType {

	/** Money or energy: a number with at most two decimals. */
	AMOUNT,
	/** A percentage with at most one decimal: 82.5 means 82.5 %. */
	RATE,
	/** A whole number. */
	COUNT,
	/** Free text. */
	TEXT,
	/** One of the options. */
	CHOICE,
	/** Several of the options. */
	CHOICES,
	/** 是 or 否. */
	YES_NO,
	/** A day. */
	DATE,
	/** A month. */
	PERIOD,
	/** A unified social credit code. */
	CREDIT_CODE,
	/** A region code. */
	REGION,
	/** A four-digit industry code. */
	INDUSTRY;

	/** Returns whether the field holds figures over spans rather than one entry. */
	public boolean isFigure() {
		return decimals() >= 0;
	}

	/** Returns how many decimals a figure may have; -1 for a field without figures. */
	public int decimals() {
		return switch (this) {
			case AMOUNT -> 2;
			case RATE -> 1;
			case COUNT -> 0;
			default -> -1;
		};
	}

}
