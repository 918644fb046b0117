package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.Enterprise;

/**
 * Makes the workbooks that enterprises fill in, with what is known of them already:
 * identity, last year's figures and, to compare with, those of the month before.
 */
public final class Templates {

	private final MonthlyReports reports;

	private final Definitions definitions;

	private final Deadlines deadlines;

	Templates(MonthlyReports reports, Definitions definitions, Deadlines deadlines) {
		this.reports = reports;
		this.definitions = definitions;
		this.deadlines = deadlines;
	}

	/** Returns the templates of a period in Chinese or English. */
	public OfPeriod of(ReportingPeriod period, Locale locale) {
		return new OfPeriod(period, locale);
	}

	/** The templates of one period in one language. */
	public final class OfPeriod {

		private final ReportingPeriod period;

		private final TemplatePress press;

		private OfPeriod(ReportingPeriod period, Locale locale) {
			this.period = period;
			this.press = new TemplatePress(Templates.this.definitions, period,
					Templates.this.deadlines.of(period).due(), locale);
		}

		/**
		 * Writes a template for each enterprise, {@code CODE_2026-10.xlsx}, in place of
		 * those that are there.
		 * @param enterprises some enterprises with a credit code; not more than memory
		 * holds the figures of
		 */
		public void write(Collection<Enterprise> enterprises, Path folder) {
			List<Long> ids = enterprises.stream().map(Enterprise::id).toList();
			MonthlyReports reports = Templates.this.reports;
			Map<Long, Map<FigureKey, BigDecimal>> yearAgo = reports.figures(ids, this.period.yearBefore());
			Map<Long, Map<FigureKey, BigDecimal>> lastMonth = reports.figures(ids, this.period.previous());
			for (Enterprise firm : enterprises) {
				Prefill prefill = Prefill.of(Templates.this.definitions.form(), firm, this.period,
						yearAgo.getOrDefault(firm.id(), Map.of()), lastMonth.getOrDefault(firm.id(), Map.of()));
				this.press.write(folder.resolve(firm.creditCode() + "_" + this.period + ".xlsx"), prefill);
			}
		}

	}

}
