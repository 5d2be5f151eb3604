package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.capability.Capabilities;
import dev.heddle.capability.CapabilityFile;
import dev.heddle.capability.Pattern;
import dev.heddle.model.Model;
import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but files connects runs and reports; here they meet. */
class ResultFolderTest {

  @TempDir Path folder;

  @Test
  void aReportReadsTheCapabilitiesThatARunWrites() throws IOException {
    Files.writeString(folder.resolve("results.json"), "[]");
    Files.write(
        folder.resolve("capabilities.json"), CapabilityFile.of(Capabilities.load()).toBytes());

    Run run = Run.read(folder);

    assertThat(run.problems()).isEmpty();
    assertThat(run.capabilities().orElseThrow().models()).hasSize(Model.values().length);
    assertThat(run.capabilities().orElseThrow().patterns()).hasSize(Pattern.values().length);
  }
}
