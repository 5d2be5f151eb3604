package dev.heddle.benchmarks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher makes of its command line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherCommandTest {

  private static final int USAGE = 64;

  private final Path scratch;
  private final Checkout checkout;
  private final Launch launch;

  LauncherCommandTest(@TempDir Path scratch) throws IOException {
    this.scratch = scratch;
    checkout = Checkout.below(scratch).built();
    launch = new Launch(scratch, checkout.launcher());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help", "help"})
  void helpNeedsNoJdkAndNamesTheCommands(String argument) throws Exception {
    Launch.Ended ended = launch.run(argument);

    assertThat(ended.status()).isZero();
    assertThat(ended.output()).contains("Usage: heddle", "  run ", "  report ", "  stub ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version", "version"})
  void versionNeedsNoJdkAndIsThatOfTheProject(String argument) throws Exception {
    assertThat(launch.run(argument)).isEqualTo(new Launch.Ended(0, "heddle 1.2.3\n", ""));
  }

  @Test
  void anUnknownCommandIsOneLineThatNamesTheKnownOnes() throws Exception {
    Launch.Ended ended = launch.run("rnu", "--quick");

    assertThat(ended.status()).isEqualTo(USAGE);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.error())
        .startsWith(
            "heddle: Unknown command 'rnu'; available: run, load, calibrate, evidence, check,"
                + " report");
    assertThat(ended.error().lines()).hasSize(1);
  }

  @Test
  void noCommandIsOneLineThatNamesTheKnownOnes() throws Exception {
    Launch.Ended ended = launch.run();

    assertThat(ended.status()).isEqualTo(USAGE);
    assertThat(ended.error())
        .startsWith(
            "heddle: No command given; available: run, load, calibrate, evidence, check, report");
    assertThat(ended.error().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "stub", "list"})
  void commandsOfTheBenchmarksGetThemWithTheReportsBeside(String command) throws Exception {
    launch.with("JAVA_HOME", jdk().home());

    String root = real(Checkout.REPORTS).toString().replace("/" + Checkout.REPORTS, "");

    assertThat(launch.run(command, "--out", "two words", "").output().lines())
        .containsExactly(
            jdk().signature(),
            "argument -Dheddle.root=" + root,
            "argument -Dheddle.reports.jar=" + real(Checkout.REPORTS),
            "argument --enable-preview",
            "argument --enable-native-access=ALL-UNNAMED",
            "argument --sun-misc-unsafe-memory-access=allow",
            "argument -cp",
            "argument " + real(Checkout.BENCHMARKS),
            "argument dev.heddle.benchmarks.Heddle",
            "argument " + command,
            "argument --out",
            "argument two words",
            "argument ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "compare", "duel", "gate", "trend"})
  void whatReadsResultsGoesToTheReports(String command) throws Exception {
    launch.with("JAVA_HOME", jdk().home());
    String root = real(Checkout.REPORTS).toString().replace("/" + Checkout.REPORTS, "");

    assertThat(launch.run(command, "results", "--out", "a page.html").output().lines())
        .containsExactly(
            jdk().signature(),
            "argument -Dheddle.root=" + root,
            "argument -jar",
            "argument " + real(Checkout.REPORTS),
            "argument " + command,
            "argument results",
            "argument --out",
            "argument a page.html");
  }

  @Test
  void itIsFoundThroughLinksFromAnyDirectory() throws Exception {
    launch.with("JAVA_HOME", jdk().home());
    Path elsewhere = Files.createDirectories(scratch.resolve("some where"));
    Path absolute = Files.createSymbolicLink(elsewhere.resolve("absolute"), checkout.launcher());
    Path relative = Files.createSymbolicLink(elsewhere.resolve("heddle"), absolute.getFileName());

    assertThat(launch.in(elsewhere).through(relative.getFileName()).run("list").output())
        .contains("argument " + real(Checkout.BENCHMARKS));
  }

  @Test
  @Timeout(60)
  void aSignalReachesJavaSinceTheLauncherBecomesIt() throws Exception {
    launch.with("JAVA_HOME", jdk().home()).with("FAKE_JAVA_WAITS", "yes");
    Process process = launch.start("stub", "--port", "0");
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (!line.startsWith("pid ")) {
        line = output.readLine();
      }
      assertThat(line).isEqualTo("pid " + process.pid());

      // Not process.destroy(), which closes the streams that are read here.
      process.toHandle().destroy();

      assertThat(output.readLine()).isEqualTo("terminated");
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  private FakeJdk jdk() throws IOException {
    return FakeJdk.at(scratch.resolve("a jdk"), "25");
  }

  private Path real(String jar) throws IOException {
    return checkout.root().toRealPath().resolve(jar);
  }
}
