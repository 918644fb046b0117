package org.srdi.monitor.observability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/**
 * Figures that a query returns: the labels first, the figure last. A time is a figure,
 * too, as seconds since 1970. A row without a figure tells nothing.
 */
final class Queries {

	private final JdbcClient jdbc;

	/**
	 * Asks that database.
	 * @param patience after which a query is given up
	 */
	Queries(DataSource dataSource, Duration patience) {
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setQueryTimeout(Math.max(1, (int) patience.toSeconds()));
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * Reads the rows of a query; it may name the {@link Moment#parameters} of the moment.
	 */
	Measure.Reading rows(String sql) {
		return (moment) -> read(sql, moment);
	}

	/** Reads the rows of a query, and 0 for each known label that it has no row for. */
	Measure.Reading counts(String sql, String... known) {
		return (moment) -> filled(read(sql, moment), known);
	}

	/**
	 * Reads how many seconds ago the times are that a query returns; 0 for each known
	 * label that it has no time for.
	 */
	Measure.Reading ages(String sql, String... known) {
		return (moment) -> filled(read(sql, moment).stream()
			.map((sample) -> new Sample(sample.labels(), moment.secondsSince(sample.value())))
			.toList(), known);
	}

	/**
	 * Reads how many seconds ago the time is that a query returns; 0 if it returns none.
	 */
	Measure.Reading age(String sql) {
		return (moment) -> {
			List<Sample> times = read(sql, moment);
			return List.of(Sample.of(times.isEmpty() ? 0 : moment.secondsSince(times.get(0).value())));
		};
	}

	private static List<Sample> filled(List<Sample> read, String... known) {
		Map<List<String>, Sample> samples = new LinkedHashMap<>();
		for (String label : known) {
			samples.put(List.of(label), Sample.of(0, label));
		}
		read.forEach((sample) -> samples.put(sample.labels(), sample));
		return List.copyOf(samples.values());
	}

	private List<Sample> read(String sql, Moment moment) {
		return this.jdbc.sql(sql).params(moment.parameters()).query((rs) -> {
			List<Sample> samples = new ArrayList<>();
			while (rs.next()) {
				add(samples, rs);
			}
			return samples;
		});
	}

	private static void add(List<Sample> samples, ResultSet row) throws SQLException {
		int last = row.getMetaData().getColumnCount();
		List<String> labels = new ArrayList<>();
		for (int column = 1; column < last; column++) {
			labels.add(String.valueOf(row.getString(column)));
		}
		double value = figure(row, last);
		if (!row.wasNull()) {
			samples.add(new Sample(labels, value));
		}
	}

	private static double figure(ResultSet row, int column) throws SQLException {
		if (row.getMetaData().getColumnType(column) != Types.TIMESTAMP) {
			return row.getDouble(column);
		}
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? Moment.seconds(StoredTime.toInstant(time)) : 0;
	}

}
