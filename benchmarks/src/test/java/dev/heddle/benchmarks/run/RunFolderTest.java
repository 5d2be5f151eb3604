package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path temp;

  @Test
  void aFolderWithFilesIsRefused() throws Exception {
    Files.writeString(temp.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> new RunFolder(temp).create())
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining(temp.toString())
        .hasMessageContaining("--resume");
    assertThat(temp.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void aFileIsRefused() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThatThrownBy(() -> new RunFolder(file).create()).hasMessageContaining("is a file");
  }

  @Test
  void anEmptyFolderAndAMissingOneAreTaken() throws Exception {
    new RunFolder(temp).create();
    new RunFolder(temp.resolve("a/b")).create();

    assertThat(temp.resolve("a/b")).isDirectory();
  }

  @Test
  void aFolderWhosePlanWasNeverWhollyWrittenIsTaken() throws Exception {
    Files.writeString(temp.resolve("run.json.partial"), "{ \"matrix\" : ");
    RunPlan plan = Plans.of(3, 2, 99);

    new RunFolder(temp).begin(plan);

    assertThat(new RunFolder(temp).plan()).isEqualTo(plan);
    assertThat(temp.resolve("run.json.partial")).doesNotExist();
  }

  @Test
  void aRunThatBeganIsNotBegunAgain() throws Exception {
    new RunFolder(temp).begin(Plans.of(3, 2, 99));

    assertThatThrownBy(() -> new RunFolder(temp).begin(Plans.of(3, 2, 1)))
        .hasMessageContaining("--resume");
    assertThat(new RunFolder(temp).plan()).isEqualTo(Plans.of(3, 2, 99));
  }

  @Test
  void thePlanComesBackAsItWas() throws Exception {
    RunPlan plan = Plans.of(3, 2, 99);

    new RunFolder(temp).save(plan);

    assertThat(new RunFolder(temp).plan()).isEqualTo(plan);
    assertThat(new RunFolder(temp).plan().forks()).isEqualTo(plan.forks());
  }

  @Test
  void aFolderWithoutAPlanCannotBeResumed() {
    assertThatThrownBy(() -> new RunFolder(temp).plan())
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining("no run.json");
  }

  @Test
  void aTornPlanCannotBeResumed() throws Exception {
    Files.writeString(temp.resolve("run.json"), "{ \"matrix\" : ");

    assertThatThrownBy(() -> new RunFolder(temp).plan())
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining("run.json");
  }
}
