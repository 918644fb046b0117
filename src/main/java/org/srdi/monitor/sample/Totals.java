package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.Region.Level;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.submission.ReportDraft;

/** Adds up the reports that ought to be accepted, for the province and its cities. */
final class Totals {

	private static final List<FigureKey> KEYS = Stream
		.of("operating_revenue.m", "operating_revenue.ytd", "operating_revenue.ytd_ly", "gross_industrial_output.ytd",
				"gross_industrial_output.ytd_ly", "total_profit.ytd", "total_profit.ytd_ly", "rd_expenses.ytd",
				"employees_end.eop", "taxes_paid.ytd")
		.map(FigureKey::parse)
		.toList();

	private final Map<RegionCode, Region> regions = new LinkedHashMap<>();

	private final Map<RegionCode, Sum> sums = new LinkedHashMap<>();

	Totals(List<Region> regions) {
		regions.stream()
			.filter((region) -> region.level() != Level.COUNTY)
			.forEach((region) -> this.regions.put(region.code(), region));
	}

	/**
	 * Counts a firm that owes a report.
	 * @param accepted its accepted report; null if there is none
	 */
	void add(SampleFirm firm, @Nullable ReportDraft accepted) {
		Region city = this.regions.get(firm.city());
		sum(firm.city()).add(accepted);
		if (city != null && city.parent() != null) {
			sum(city.parent()).add(accepted);
		}
	}

	private Sum sum(RegionCode region) {
		return this.sums.computeIfAbsent(region, (code) -> new Sum());
	}

	/** Writes a row per region, in the order of the regions. */
	void write(Path file) {
		List<String> header = new ArrayList<>(List.of("region_code", "region_name", "firms_due", "firms_accepted"));
		KEYS.forEach((key) -> header.add(key.column()));
		try (CsvFile csv = new CsvFile(file, header.toArray(String[]::new))) {
			this.regions.forEach((code, region) -> {
				Sum sum = this.sums.get(code);
				if (sum != null) {
					csv.row(sum.row(region));
				}
			});
		}
	}

	/** What a region adds up to. */
	private static final class Sum {

		private int due;

		private int accepted;

		private final Map<FigureKey, BigDecimal> amounts = new LinkedHashMap<>();

		private void add(@Nullable ReportDraft report) {
			this.due++;
			if (report == null) {
				return;
			}
			this.accepted++;
			for (FigureKey key : KEYS) {
				BigDecimal amount = report.amounts().get(key);
				if (amount != null) {
					this.amounts.merge(key, amount, BigDecimal::add);
				}
			}
		}

		private Object[] row(Region region) {
			List<Object> row = new ArrayList<>(List.of(region.code(), region.name(), this.due, this.accepted));
			KEYS.forEach((key) -> row.add(this.amounts.getOrDefault(key, BigDecimal.ZERO).toPlainString()));
			return row.toArray();
		}

	}

}
