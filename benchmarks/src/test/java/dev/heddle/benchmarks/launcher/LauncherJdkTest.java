package dev.heddle.benchmarks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK the launcher takes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherJdkTest {

  private final Path scratch;
  private final Launch launch;

  LauncherJdkTest(@TempDir Path scratch) throws IOException {
    this.scratch = scratch;
    launch = new Launch(scratch, Checkout.below(scratch).built().launcher());
  }

  @Test
  void javaHomeComesBeforePathAndFolders() throws Exception {
    FakeJdk home = jdk("home jdk", "25");
    launch.with("JAVA_HOME", home.home()).onPath(jdk("path", "25").bin());
    jdk("jvm/a", "25");
    launch.with("HEDDLE_JVM_FOLDERS", scratch.resolve("jvm"));

    assertThat(launch.run("list").output()).startsWith(home.signature());
  }

  @Test
  void pathComesBeforeFolders() throws Exception {
    FakeJdk path = jdk("path", "25");
    launch.onPath(path.bin());
    jdk("jvm/a", "25");
    launch.with("HEDDLE_JVM_FOLDERS", scratch.resolve("jvm"));

    assertThat(launch.run("list").output()).startsWith(path.signature());
  }

  @Test
  void whatIsTooOldIsPassedOver() throws Exception {
    launch.with("JAVA_HOME", jdk("home jdk", "1.8").home());
    launch.onPath(jdk("path", "17").bin());
    jdk("jvm/a", "24");
    FakeJdk found = jdk("jvm/b", "25");
    launch.with("HEDDLE_JVM_FOLDERS", scratch.resolve("empty") + ":" + scratch.resolve("jvm"));

    assertThat(launch.run("list").output()).startsWith(found.signature());
  }

  @Test
  void jdksOfMacOsAreFoundInTheirBundles() throws Exception {
    FakeJdk found = jdk("jvm/temurin-25.jdk/Contents/Home", "25");
    launch.with("HEDDLE_JVM_FOLDERS", scratch.resolve("jvm"));

    assertThat(launch.run("list").output()).startsWith(found.signature());
  }

  @Test
  void jdk25ComesBeforeALaterOne() throws Exception {
    launch.onPath(jdk("path", "26").bin());
    FakeJdk found = jdk("jvm/a", "25");
    launch.with("HEDDLE_JVM_FOLDERS", scratch.resolve("jvm"));

    assertThat(launch.run("list").output()).startsWith(found.signature());
  }

  @Test
  void aLaterJdkServesWhereThereIsNo25() throws Exception {
    launch.with("JAVA_HOME", jdk("home jdk", "17").home());
    FakeJdk found = jdk("jvm/a", "26");
    launch.with("HEDDLE_JVM_FOLDERS", scratch.resolve("jvm"));

    assertThat(launch.run("list").output()).startsWith(found.signature());
  }

  @Test
  void aLaterJdkInJavaHomeIsTheUsersChoice() throws Exception {
    FakeJdk home = jdk("home jdk", "26");
    launch.with("JAVA_HOME", home.home()).onPath(jdk("path", "25").bin());

    assertThat(launch.run("list").output()).startsWith(home.signature());
  }

  @Test
  void withoutAJdkItSaysWhatWasLookedAtWhatIsNeededAndWhatToDo() throws Exception {
    Path old = jdk("jvm/old", "21").home();
    Path bin = Files.createDirectories(scratch.resolve("jvm/broken/bin"));
    Path broken = Script.write(bin.resolve("java"), "exit 1\n");
    launch.with("HEDDLE_JVM_FOLDERS", scratch.resolve("jvm"));
    launch.with("JAVA_HOME", scratch.resolve("gone"));

    Launch.Ended ended = launch.run("list");

    assertThat(ended.status()).isEqualTo(69);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.error())
        .contains("No JDK 25 or later found")
        .contains(old.resolve("bin/java") + ": Java 21")
        .contains(broken + ": does not run")
        .contains(scratch.resolve("gone/bin/java") + ": does not run")
        .contains("JAVA_HOME, PATH, and the folders " + scratch.resolve("jvm"))
        .contains("Install a JDK 25, or set JAVA_HOME");
  }

  private FakeJdk jdk(String folder, String version) throws IOException {
    return FakeJdk.at(scratch.resolve(folder), version);
  }
}
