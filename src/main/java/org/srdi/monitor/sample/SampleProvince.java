package org.srdi.monitor.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Form;

/**
 * Generates a province of invented firms: register, yearly plans, history as consolidated
 * workbooks, and a month of single reports with faults and what ought to become of them.
 * The same request gives the same bytes.
 */
public final class SampleProvince {

	/** Memory holds the books of that many firms. */
	private static final int AT_A_TIME = 32;

	private final Form form;

	private final List<Region> regions;

	/** Generates reports of that form from those regions. */
	public SampleProvince(Form form, List<Region> regions) {
		this.form = form;
		this.regions = List.copyOf(regions);
	}

	/**
	 * Writes {@code register.xlsx}, {@code plans.xlsx}, {@code history/}, {@code inbox/},
	 * {@code arrivals.csv} and {@code expected/}, in place of those an earlier run left.
	 * Memory does not grow with the number of firms.
	 * @param progress is told for every firm how many are done
	 * @throws IllegalArgumentException if the folder holds workbooks that no earlier run
	 * left there
	 */
	public GeneratedProvince generate(SampleRequest request, IntConsumer progress) {
		new SampleFolder(request.out()).prepare();
		Population population = new Population(request.seed(), this.regions);
		Cast cast = new Cast(population, request.firms(), request.seed());
		Reports reports = new Reports(this.form, request.seed());
		Inbox inbox = new Inbox(this.form, request, reports, cast);
		Seasons seasons = seasons(request);
		int[] numbers = population.numbers(request.firms()).toArray();
		try (ProvinceFiles files = new ProvinceFiles(this.form, this.regions, reports, request)) {
			for (int start = 0; start < numbers.length; start += AT_A_TIME) {
				int end = Math.min(numbers.length, start + AT_A_TIME);
				files.enter(Arrays.stream(numbers, start, end)
					.parallel()
					.mapToObj((number) -> work(population.firm(number), cast, seasons, request.seed(), inbox))
					.toList());
				IntStream.rangeClosed(start + 1, end).forEach(progress);
			}
			return files.generated(numbers.length);
		}
	}

	private static Worked work(SampleFirm firm, Cast cast, Seasons seasons, long seed, Inbox inbox) {
		Books books = Business.run(firm, seasons, seed);
		return new Worked(firm, cast.story(firm.number()) == Story.EXEMPT, books, inbox.send(firm, books));
	}

	/**
	 * Returns the months of the books. They begin two years before the year of the first
	 * month, so that it has a last year and that one a month before, and end a month
	 * after the last.
	 */
	static Seasons seasons(SampleRequest request) {
		ReportingPeriod first = ReportingPeriod.of(request.from().year() - 2, 1);
		int years = request.to().year() - first.year();
		return new Seasons(first, years * 12 + request.to().months() + 1);
	}

}
