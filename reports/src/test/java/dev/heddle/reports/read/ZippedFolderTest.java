package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.heddle.reports.FolderCopy;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZippedFolderTest {

  private static final Path LOAD = Path.of("src/test/resources/under-load");

  @TempDir private Path folder = Path.of("");

  @Test
  void aPackedFolderIsTheSameRunUnderTheNameOfItsFile() throws IOException {
    Path zip = pack("/", LOAD);

    assertSame(Run.read(zip), Run.read(LOAD));
    assertThat(Run.read(zip).source()).isEqualTo(zip);
  }

  @Test
  void aFolderPackedWithItsNameIsFoundAsWell() throws IOException {
    assertSame(Run.read(pack("/under-load", LOAD)), Run.read(LOAD));
  }

  @Test
  void whatASystemPacksBesideTheFolderIsPassedOver() throws IOException {
    Path packed = Files.createDirectories(folder.resolve("packed"));
    Files.createDirectories(packed.resolve("__MACOSX"));
    Files.writeString(Files.createDirectories(packed.resolve("run")).resolve("results.json"), "[]");
    Files.writeString(packed.resolve(".DS_Store"), "");

    assertThat(Run.read(pack("/", packed)).cells()).isEmpty();
  }

  @Test
  void aLoadThatWasCutOffIsFoundWithoutItsResults() throws IOException {
    Path cut = folder.resolve("cut");
    FolderCopy.of(LOAD.resolve("load"), Files.createDirectories(cut).resolve("load"));
    Files.writeString(cut.resolve("load/late.hlog"), "");

    Run run = Run.read(pack("/", cut));

    assertThat(run.load()).isNotEmpty();
    assertThat(run.problems())
        .singleElement(STRING)
        .startsWith(folder.resolve("run.zip") + "!/load/late.hlog: its fork did not end");
  }

  @Test
  void aBadFileIsNamedWithTheOneItIsIn() throws IOException {
    Path bad = Files.createDirectories(folder.resolve("bad"));
    Files.writeString(bad.resolve("results.json"), "{");
    Path zip = pack("/", bad);

    assertThatThrownBy(() -> Run.read(zip))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageStartingWith(zip + "!/results.json: is JSON, but not an array of results");
  }

  @Test
  void whatIsNoZipFileIsSaidToBeNone() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "[]");

    assertThatThrownBy(() -> Run.read(text))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage(
            text
                + ": is no zip file, or damaged; expected a run's folder packed as a zip file, by"
                + " itself or in one folder");
  }

  @Test
  void aFileThatDoesNotExistIsSaidNotTo() {
    assertThatThrownBy(() -> Run.read(folder.resolve("none.zip")))
        .hasMessageContaining("none.zip: does not exist");
  }

  private static void assertSame(Run packed, Run plain) {
    assertThat(packed)
        .usingRecursiveComparison()
        .ignoringFields("source")
        .withEqualsForType((one, other) -> one.compareTo(other) == 0, Double.class)
        .isEqualTo(plain);
    assertThat(packed.load()).isNotEmpty();
    assertThat(packed.environment()).isPresent();
  }

  private Path pack(String root, Path content) throws IOException {
    Path zip = folder.resolve("run.zip");
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      FolderCopy.of(content, files.getPath(root));
    }
    return zip;
  }
}
