package org.srdi.monitor.sample;

import org.srdi.monitor.sample.Traits.Invention;
import org.srdi.monitor.sample.Traits.Staff;

/** Who works for a firm, what they are paid and what they invent. */
final class Staffing {

	private static final double BONUS = 1.35;

	private final Staff staff;

	private final Invention invention;

	private final double wage;

	private final double start;

	private final Books books;

	private final Chance chance;

	private final Wobble heads = new Wobble(0.005);

	private final Wobble researchers = new Wobble(0.004);

	private long patents;

	Staffing(SampleFirm firm, Books books, Chance chance) {
		this.staff = firm.traits().staff();
		this.invention = firm.traits().invention();
		this.wage = firm.traits().earnings().wage();
		this.start = firm.traits().market().revenue();
		this.books = books;
		this.chance = chance;
		this.patents = this.invention.patents();
	}

	/**
	 * Enters a month.
	 * @param yearly the revenue of the last twelve months in 万元
	 */
	void staff(int index, double yearly) {
		long heads = heads(index, yearly);
		long before = (index == 0) ? heads : this.books.at("employees_end", index - 1);
		this.books.post("employees_end", index, heads, 0);
		// in hundredths, so that the mean of the year is rounded once
		this.books.post("employees_average", index, 50 * (before + heads));
		double share = this.staff.research() * this.researchers.next(this.chance);
		this.books.post("rd_personnel", index, StrictMath.round(heads * Math.min(0.95, share)), 0);
		double bonus = (index % 12 == 11) ? BONUS : 1;
		this.books.post("employee_compensation", index, heads * this.wage * bonus * this.chance.between(0.97, 1.03));
		invent(index);
	}

	/** Staff follows revenue at some distance, and is never quite the same. */
	private long heads(int index, double yearly) {
		double grown = StrictMath.pow(yearly / this.start, 0.4) * this.heads.next(this.chance);
		long heads = StrictMath.round(this.staff.heads() * grown);
		return (index > 0 && heads == this.books.at("employees_end", index - 1)) ? heads + 1 : heads;
	}

	private void invent(int index) {
		long granted = Math.min(this.chance.count(this.invention.grants()), this.patents / 3);
		this.patents += granted;
		this.books.post("invention_applications", index, this.chance.count(this.invention.grants() * 1.7), 0);
		this.books.post("invention_grants", index, granted, 0);
		this.books.post("valid_invention_patents", index, this.patents, 0);
		this.books.post("class1_ip", index, this.patents + this.invention.beyond(), 0);
	}

}
