package dev.heddle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFileTest {

  @TempDir Path temp;

  @Test
  void aMissingFileTellsNothing() {
    assertThat(SystemFile.firstLine(temp.resolve("none").toString())).isEmpty();
    assertThat(SystemFile.field(temp.resolve("none").toString(), "flags")).isEmpty();
    assertThat(SystemFile.choice(temp.resolve("none").toString())).isEmpty();
  }

  @Test
  void aFieldIsFoundByItsWholeName() throws Exception {
    String file = file("Cpus_allowed:\t3\nCpus_allowed_list:\t0-1\n");

    assertThat(SystemFile.field(file, "Cpus_allowed")).contains("3");
    assertThat(SystemFile.field(file, "Cpus_allowed_list")).contains("0-1");
    assertThat(SystemFile.field(file, "Cpus")).isEmpty();
  }

  @Test
  void aChoiceIsTheOneInBrackets() throws Exception {
    assertThat(SystemFile.choice(file("always [madvise] never\n"))).contains("madvise");
    assertThat(SystemFile.choice(file("nothing chosen\n"))).isEmpty();
  }

  private String file(String content) throws Exception {
    return Files.writeString(temp.resolve("file"), content).toString();
  }
}
