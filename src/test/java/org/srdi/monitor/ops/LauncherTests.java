package org.srdi.monitor.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the scripts that start Java tell it; in its place is one that says what it is
 * told.
 */
class LauncherTests {

	@TempDir
	Path folder;

	private Path home;

	@BeforeEach
	void install() throws IOException {
		this.home = this.folder.resolve("a home");
		Path bin = Files.createDirectories(this.home.resolve("bin"));
		for (String script : List.of("srdi-monitor", "class-archive")) {
			Files.copy(Path.of("ops/bin", script), bin.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
		}
		Files.createFile(this.home.resolve("srdi-monitor.jar"));
		java("printf '%s\\n' \"$@\"");
	}

	@Test
	void aShortCommandIsNotOptimised() throws Exception {
		assertThat(launch("", "status", "--period", "2026-10").said()).containsExactly("-Duser.timezone=Asia/Shanghai",
				"-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-jar", jar(), "status",
				"--period", "2026-10");
	}

	@Test
	void longWorkIsOptimised() throws Exception {
		for (String command : List.of("serve", "run", "ingest", "rerun")) {
			assertThat(launch("", command).said()).as(command).doesNotContain("-XX:TieredStopAtLevel=1");
		}
	}

	@Test
	void optionsOfTheOperatorComeAfterItsOwn() throws Exception {
		assertThat(launch("-Xmx2g -Dx=y", "status").said()).containsSubsequence("-XX:TieredStopAtLevel=1", "-Xmx2g",
				"-Dx=y", "-jar", jar(), "status");
	}

	@Test
	void anArchiveIsUsedIfThereIsOneAndNothingIsSaidOfOneThatDoesNotFit() throws Exception {
		assertThat(launch("", "status").said()).noneMatch((word) -> word.startsWith("-XX:SharedArchiveFile"));
		Path archive = Files.createFile(this.home.resolve("srdi-monitor.jsa"));
		assertThat(launch("", "status").said()).contains("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off",
				"-Xlog:cds+dynamic=off");
	}

	@Test
	void withoutAJarItSaysWhatToSet() throws Exception {
		Files.delete(this.home.resolve("srdi-monitor.jar"));
		Answer answer = launch("", "status");
		assertThat(answer.code()).isEqualTo(2);
		assertThat(answer.said()).containsExactly("srdi-monitor: '" + this.home
				+ "' does not hold srdi-monitor.jar: set SRDI_HOME to the folder that does.");
	}

	@Test
	void anArchiveIsMadeOfWhatIsUnpackedOnly() throws Exception {
		Answer packed = run("class-archive", "");
		assertThat(packed.code()).isEqualTo(2);
		assertThat(packed.said().get(1)).isEqualTo(
				"  java -Djarmode=tools -jar srdi-monitor.jar extract --force " + "--destination '" + this.home + "'");
	}

	@Test
	void anArchiveIsMadeWithADatabaseOfItsOwn() throws Exception {
		Files.createDirectory(this.home.resolve("lib"));
		Path told = this.folder.resolve("told");
		java("for word; do case $word in -XX:ArchiveClassesAtExit=*) : > \"${word#*=}\" ;; esac; done; "
				+ "printf '%s\\n' \"profiles=${SPRING_PROFILES_ACTIVE:-}\" \"$@\" > '" + told + "'");
		Answer made = run("class-archive", "");
		assertThat(made.code()).as(made.toString()).isZero();
		assertThat(made.said()).containsExactly(this.home.resolve("srdi-monitor.jsa").toString());
		assertThat(Files.readAllLines(told)).contains("profiles=", "ingest", "--data-dir");
	}

	@Test
	void anArchiveThatCannotBeMadeIsNoneAndTheReasonIsTold() throws Exception {
		Files.createDirectory(this.home.resolve("lib"));
		Files.createFile(this.home.resolve("srdi-monitor.jsa"));
		java("echo no space left; exit 1");
		Answer answer = run("class-archive", "");
		assertThat(answer.code()).isEqualTo(1);
		assertThat(answer.said()).containsExactly("no space left",
				"class-archive: there is no archive now; commands start without it.");
		assertThat(this.home.resolve("srdi-monitor.jsa")).doesNotExist();
	}

	private String jar() {
		return this.home.resolve("srdi-monitor.jar").toString();
	}

	private void java(String script) throws IOException {
		Path java = Files.createDirectories(this.folder.resolve("path")).resolve("java");
		Files.writeString(java, "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private Answer launch(String options, String... arguments) throws Exception {
		return run("srdi-monitor", options, arguments);
	}

	private Answer run(String script, String options, String... arguments) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(this.home.resolve("bin").resolve(script).toString());
		builder.command().addAll(List.of(arguments));
		builder.environment().merge("PATH", this.folder.resolve("path") + ":", (path, first) -> first + path);
		builder.environment().put("SRDI_JAVA_OPTS", options);
		builder.environment().put("SPRING_PROFILES_ACTIVE", "mysql");
		builder.environment().remove("SRDI_HOME");
		Process process = builder.redirectErrorStream(true).start();
		List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		return new Answer(process.waitFor(), said);
	}

	/**
	 * What came of a script.
	 *
	 * @param code how it ended
	 * @param said what it said, line by line
	 */
	private record Answer(int code, List<String> said) {

	}

}
