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

/** When the launcher builds. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherBuildTest {

  private static final int UNAVAILABLE = 69;
  private static final int BUILD_FAILED = 70;

  private final Path scratch;
  private final Checkout checkout;
  private final Launch launch;
  private final FakeJdk jdk;

  LauncherBuildTest(@TempDir Path scratch) throws IOException {
    this.scratch = scratch;
    checkout = Checkout.below(scratch);
    jdk = FakeJdk.at(scratch.resolve("a jdk"), "25");
    launch = new Launch(scratch, checkout.launcher()).with("JAVA_HOME", jdk.home());
  }

  @Test
  void missingJarsAreBuiltAndMavenSpeaksOnTheErrorStream() throws Exception {
    maven(
        """
        echo "maven of $JAVA_HOME: $*"
        cd '%s'
        mkdir -p benchmarks/target reports/target
        touch %s %s
        """
            .formatted(checkout.root(), Checkout.BENCHMARKS, Checkout.REPORTS));

    Launch.Ended ended = launch.run("run", "--quick");

    assertThat(ended.status()).isZero();
    assertThat(ended.output()).startsWith(jdk.signature()).doesNotContain("maven of");
    assertThat(ended.error().lines().filter(line -> line.startsWith("maven of")))
        .containsExactly(
            "maven of %s: -B -q -Dformat.skip=true -DskipTests -f %s package"
                .formatted(jdk.home(), checkout.root().toRealPath().resolve("pom.xml")));
  }

  @Test
  void onlyWhatTheCommandNeedsIsBuilt() throws Exception {
    checkout.built();
    Files.delete(checkout.root().resolve(Checkout.BENCHMARKS));

    assertThat(launch.run("report", "results").output()).startsWith(jdk.signature());
  }

  @Test
  void withoutMavenItSaysSo() throws Exception {
    Launch.Ended ended = launch.run("list");

    assertThat(ended.status()).isEqualTo(UNAVAILABLE);
    assertThat(ended.error())
        .isEqualTo(
            "heddle: '%s' is missing and so is Maven (mvn). Install Maven 3.8 or later.%n"
                .formatted(Checkout.BENCHMARKS));
  }

  @Test
  void aFailedBuildStartsNothing() throws Exception {
    maven("echo 'it does not compile'; exit 1\n");

    Launch.Ended ended = launch.run("list");

    assertThat(ended.status()).isEqualTo(BUILD_FAILED);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.error()).contains("it does not compile", "heddle: The build failed");
  }

  @Test
  void newerSourcesAreNamedAndTheJarIsUsed() throws Exception {
    checkout.built().edit("harness/src/main/java/Some.java");

    Launch.Ended ended = launch.run("list");

    assertThat(ended.output()).startsWith(jdk.signature());
    assertThat(ended.error())
        .startsWith("heddle: 'harness/src/main/java/Some.java' is newer than")
        .contains("To build again: mvn -q -DskipTests package");
  }

  @Test
  void jarsThatAreUpToDateAreUsedInSilence() throws Exception {
    checkout.built();

    Launch.Ended ended = launch.run("list");

    assertThat(ended.output()).startsWith(jdk.signature());
    assertThat(ended.error()).isEmpty();
  }

  @Test
  @Timeout(60)
  void aSignalWhileMavenRunsEndsMaven() throws Exception {
    maven(
        """
        trap 'kill "$sleep"; echo "maven terminated"; exit 143' TERM
        sleep 60 >/dev/null 2>&1 &
        sleep=$!
        echo "maven started"
        wait "$sleep"
        """);
    Process process = launch.start("list");
    try (BufferedReader error = process.errorReader()) {
      String line = error.readLine();
      while (!line.equals("maven started")) {
        line = error.readLine();
      }

      // Not process.destroy(), which closes the streams that are read here.
      process.toHandle().destroy();

      assertThat(error.readLine()).isEqualTo("maven terminated");
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  private void maven(String text) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("maven"));
    Script.write(folder.resolve("mvn"), text);
    launch.onPath(folder);
  }
}
