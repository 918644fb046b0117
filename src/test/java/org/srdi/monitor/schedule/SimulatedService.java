package org.srdi.monitor.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import org.srdi.monitor.MonitorApplication;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.deadline.Heartbeat;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition.Misfire;
import org.srdi.monitor.definition.JobDefinition.Schedule;
import org.srdi.monitor.register.ReferenceLists;
import org.srdi.monitor.submission.LostArrivals;

/**
 * The whole application, whose schedules are fired by a driven clock as Quartz would fire
 * them: at every time of their cron expressions while it is up, and once for all missed
 * times when it comes up again.
 */
final class SimulatedService {

	static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

	private final Path dataDir;

	private final List<String> arguments;

	private final PriorityQueue<Event> events = new PriorityQueue<>(
			Comparator.comparing(Event::at).thenComparing(Event::number));

	private final Map<Schedule, Instant> next = new LinkedHashMap<>();

	/** What the store of Quartz held when it was backed up. */
	private final Map<Schedule, Instant> backedUp = new LinkedHashMap<>();

	private final List<String> failures = new ArrayList<>();

	private int numbers;

	private @Nullable ConfigurableApplicationContext context;

	SimulatedService(Path dataDir, Instant begin, String... arguments) {
		this.dataDir = dataDir;
		this.arguments = new ArrayList<>(List.of(arguments));
		this.arguments.addAll(List.of("--srdi.data-dir=" + dataDir, "--srdi.settling=0s",
				"--spring.main.allow-bean-definition-overriding=true",
				"--spring.datasource.url=jdbc:h2:file:" + dataDir.resolve("db/monitor")
						+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"));
		NOW.set(begin);
	}

	/** Something that happens at a time. */
	private record Event(Instant at, int number, Runnable what) {

	}

	/** The clocks of the application; not annotated, or every test would find them. */
	static class DrivenTime {

		@Bean
		Clock businessClock() {
			return new DrivenClock();
		}

		@Bean
		InstantSource machineClock() {
			return NOW::get;
		}

	}

	private static final class DrivenClock extends Clock {

		@Override
		public ZoneId getZone() {
			return SHANGHAI;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new IllegalStateException("There is one zone only");
		}

		@Override
		public Instant instant() {
			return NOW.get();
		}

	}

	/** Returns an instant of Shanghai as in {@code 2025-03-29T10:00}. */
	static Instant time(String local) {
		return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
	}

	/** Lets something happen at a time of Shanghai. */
	SimulatedService at(String local, Runnable what) {
		this.events.add(new Event(time(local), this.numbers++, what));
		return this;
	}

	/** Lets a file come in at a time of Shanghai, whether the service is up or not. */
	SimulatedService arrives(String local, Path file) {
		return at(local, () -> {
			try {
				Path inbox = Files.createDirectories(this.dataDir.resolve("inbox"));
				Path copy = Files.copy(file, inbox.resolve("." + file.getFileName()));
				Files.setLastModifiedTime(copy, FileTime.from(NOW.get()));
				Files.move(copy, inbox.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/** Lets the machine be down from one time of Shanghai to another. */
	SimulatedService down(String from, String to) {
		return at(from, this::stop).at(to, this::start);
	}

	/** Starts it as {@code serve} does, and makes up for what was missed. */
	void start() {
		SpringApplication application = new SpringApplication(MonitorApplication.class, DrivenTime.class);
		this.context = application.run(this.arguments.toArray(String[]::new));
		Definitions definitions = get(Definitions.class);
		get(ReferenceLists.class).sync(definitions.regions(), definitions.industries());
		LostArrivals arrivals = get(LostArrivals.class);
		arrivals.bringBack(arrivals.find(YearMonth.from(NOW.get().atZone(SHANGHAI)).minusMonths(1)).lost());
		get(Heartbeat.class).start(); // finds out how long nobody was there
		get(Firings.class).settle(NOW.get());
		for (Schedule schedule : definitions.job().schedules()) {
			Instant due = this.next.get(schedule);
			if (schedule.misfire() == Misfire.CATCH_UP_ONCE && due != null && due.isBefore(NOW.get())) {
				fire(schedule, NOW.get());
			}
			this.next.put(schedule, after(schedule));
		}
	}

	void stop() {
		if (this.context != null) {
			beat();
			this.context.close();
			this.context = null;
		}
	}

	/** Keeps a copy of the database, and of nothing else. */
	void backUp(Path file) {
		get(JdbcClient.class).sql("BACKUP TO '" + file + "'").update();
		this.backedUp.putAll(this.next);
	}

	/** Goes back to a copy of the database; all other files stay as they are. */
	void restore(Path file) {
		stop();
		try {
			Path folder = this.dataDir.resolve("db");
			FileSystemUtils.deleteRecursively(folder);
			Files.createDirectories(folder);
			try (InputStream bytes = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(bytes)) {
				for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
					Files.copy(zip, folder.resolve(entry.getName()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.next.putAll(this.backedUp);
		start();
	}

	/** Lets time pass. */
	void runUntil(String local) {
		Instant end = time(local);
		while (true) {
			Map.Entry<Schedule, Instant> tick = this.next.entrySet()
				.stream()
				.min(Map.Entry.comparingByValue())
				.orElseThrow();
			Event event = this.events.peek();
			Instant first = ((event != null && !event.at().isAfter(tick.getValue())) || this.context == null)
					? ((event != null) ? event.at() : end) : tick.getValue();
			if (first.isAfter(end)) {
				NOW.set(end);
				return;
			}
			NOW.set(first);
			if (event != null && event.at().equals(first)) {
				this.events.remove().what().run();
			}
			else {
				Schedule schedule = tick.getKey();
				fire(schedule, first);
				this.next.put(schedule, after(schedule));
			}
		}
	}

	private Instant after(Schedule schedule) {
		return get(Timetable.class).times(schedule).after(NOW.get()).orElseThrow();
	}

	/** The driven clock leaps over the beats in between. */
	private void beat() {
		get(JdbcClient.class).sql("""
				INSERT INTO service_beat (node, started_at, beat_at) VALUES ('simulated', :now, :now)
				ON DUPLICATE KEY UPDATE beat_at = VALUES(beat_at)
				""").param("now", StoredTime.of(NOW.get())).update();
	}

	private void fire(Schedule schedule, Instant at) {
		beat();
		Outcome outcome = get(Firings.class).fire(schedule.code(), at, Firings.BY_SCHEDULE);
		if (outcome.status() == Outcome.Status.FAILED) {
			this.failures.add(schedule.code() + " of " + at.atZone(SHANGHAI) + ": " + outcome.text());
		}
	}

	/** Returns what schedules failed at, each as a line. */
	List<String> failures() {
		return this.failures;
	}

	/** Returns the first column of the rows of a query. */
	List<String> rows(String sql) {
		return get(JdbcClient.class).sql(sql).query(String.class).list();
	}

	<T> T get(Class<T> type) {
		if (this.context == null) {
			throw new IllegalStateException("The service is down");
		}
		return this.context.getBean(type);
	}

	/** Returns the names of the files of a folder below the data directory. */
	List<String> files(String folder) {
		try (Stream<Path> files = Files.list(this.dataDir.resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
