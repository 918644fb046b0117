package org.srdi.monitor.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.StoredTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The units of systemd are ones that systemd takes. */
class UnitsTests {

	private static final Path UNITS = Path.of("ops/systemd");

	/** Of 10; what ops/README.md promises. */
	private static final double EXPOSURE = 2.0;

	@TempDir
	private Path folder;

	/**
	 * Copies them, with programs that exist here in place of those that are installed.
	 */
	@BeforeEach
	void copy() throws IOException {
		assumeThat(Path.of("/usr/bin/systemd-analyze")).as("systemd-analyze, of the package systemd").exists();
		try (Stream<Path> tree = Files.walk(UNITS)) {
			for (Path file : tree.filter(Files::isRegularFile).toList()) {
				Path copy = this.folder.resolve(UNITS.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.writeString(copy,
						Files.readString(file).replaceAll("(?m)^ExecStart=/opt/\\S+", "ExecStart=/bin/true"));
			}
		}
	}

	private List<String> units(String ending) throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map(Path::toString).filter((name) -> name.endsWith(ending)).sorted().toList();
		}
	}

	private String analyze(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("systemd-analyze"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("SYSTEMD_UNIT_PATH", this.folder + ":/lib/systemd/system:/usr/lib/systemd/system");
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return said;
	}

	@Test
	void systemdVerifiesAllOfThemWithoutAWord() throws Exception {
		List<String> arguments = new ArrayList<>(List.of("verify", "--man=no"));
		arguments.addAll(units(".service"));
		arguments.addAll(units(".timer"));
		String said = analyze(arguments.toArray(String[]::new));
		// what systemd has against units of the machine is none of ours
		assertThat(said.lines().filter((line) -> line.contains("srdi"))).isEmpty();
		assertThat(arguments).hasSizeGreaterThan(10);
	}

	@Test
	void aMistakeInAUnitIsFound() throws Exception {
		Path unit = this.folder.resolve("srdi-monitor.service");
		Files.writeString(unit, Files.readString(unit).replace("Restart=on-failure", "Restart=perhaps"));
		assertThat(analyze("verify", "--man=no", unit.toString())).contains("perhaps");
	}

	@Test
	void noneIsExposedMoreThanPromised() throws Exception {
		for (String unit : units(".service")) {
			String said = analyze("security", "--offline=true", "--no-pager", unit);
			Matcher level = Pattern.compile("Overall exposure level for \\S+: (\\d+\\.\\d)").matcher(said);
			assertThat(level.find()).as(said).isTrue();
			assertThat(Double.parseDouble(level.group(1))).as(unit).isLessThanOrEqualTo(EXPOSURE);
		}
	}

	@Test
	void onlyTheBackupRunsAsRootAndMayNoMoreThanRead() throws Exception {
		for (String unit : units(".service")) {
			String said = analyze("security", "--offline=true", "--no-pager", unit);
			assertThat(said.contains("Service runs as root user")).as(unit).isEqualTo(unit.contains("backup"));
			assertThat(said).doesNotContain("✗ CapabilityBoundingSet=~CAP_SYS_ADMIN");
		}
	}

	@Test
	void timersFireAtTheTimesOfShanghai() throws Exception {
		assertThat(next("srdi-monitor-backup.timer")).endsWith("02:15");
		assertThat(next("srdi-monitor-housekeep.timer")).endsWith("03:40");
		// every hour: after the 28th of February comes no 29th
		assertThat(next("srdi-monitor-close.timer", "--base-time=2027-02-28 15:00:00 UTC")).isEqualTo("28 23:30");
		assertThat(next("srdi-monitor-close.timer", "--base-time=2027-02-28 15:30:00 UTC")).isEqualTo("01 00:30");
	}

	/** Returns day and time of the next fire, as a clock in Shanghai shows them. */
	private String next(String timer, String... options) throws Exception {
		Matcher calendar = Pattern.compile("(?m)^OnCalendar=(.*)$").matcher(Files.readString(UNITS.resolve(timer)));
		assertThat(calendar.find()).isTrue();
		List<String> arguments = new ArrayList<>(List.of("calendar"));
		arguments.addAll(List.of(options));
		arguments.add(calendar.group(1));
		String said = analyze(arguments.toArray(String[]::new));
		Matcher utc = Pattern
			.compile("\\(in UTC\\): \\w+ ([\\d-]+) ([\\d:]+) UTC|Next elapse: \\w+ ([\\d-]+) ([\\d:]+) UTC")
			.matcher(said);
		assertThat(utc.find()).as(said).isTrue();
		String date = (utc.group(1) != null) ? utc.group(1) : utc.group(3);
		String time = (utc.group(2) != null) ? utc.group(2) : utc.group(4);
		String local = StoredTime.of(Instant.parse(date + "T" + time + "Z")).toString();
		return local.substring(8, 10) + " " + local.substring(11, 16);
	}

	@Test
	void everyTimerStartsAUnitThatExists() throws Exception {
		Set<String> services = new TreeSet<>();
		for (String timer : units(".timer")) {
			Matcher unit = Pattern.compile("(?m)^Unit=(.*)$").matcher(Files.readString(Path.of(timer)));
			assertThat(unit.find()).as(timer).isTrue();
			services.add(unit.group(1).replaceFirst("@.*\\.", "@."));
		}
		assertThat(services).allSatisfy((service) -> assertThat(this.folder.resolve(service)).exists());
	}

}
