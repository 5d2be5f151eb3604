package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class NeededTest {

  private static final String MESSAGE =
      "'curl' is missing; install it (Debian: apt-get install curl-package)";

  @TempDir Path folder;

  @Test
  void aProgramOnThePathIsFound() throws IOException {
    Path curl = Files.createFile(folder.resolve("curl"));
    Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwx------"));
    Needed needed = new Needed(Map.of("PATH", "/nowhere:" + folder));
    assertThat(needed.program("curl", "curl-package")).isEqualTo(curl.toString());
  }

  @Test
  void aMissingProgramAbortsTheTestAndNamesDebiansPackage() {
    Needed needed = new Needed(Map.of("PATH", folder.toString()));
    assertThatThrownBy(() -> needed.program("curl", "curl-package"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining(MESSAGE);
  }

  @Test
  void onCiAMissingProgramFailsTheTest() {
    Needed needed = new Needed(Map.of("PATH", folder.toString(), "CI", "true"));
    assertThatThrownBy(() -> needed.program("curl", "curl-package"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(MESSAGE);
  }
}
