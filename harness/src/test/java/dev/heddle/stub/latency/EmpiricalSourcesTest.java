package dev.heddle.stub.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmpiricalSourcesTest {

  @TempDir private Path folder;

  @Test
  void aFileIsAskedForByItsBaseName() throws Exception {
    EmpiricalSources sources = load(file("prod.csv", "1"), file("test.v2.TXT", "2"));
    assertThat(sources.names()).containsExactly("prod", "test.v2");
    LatencyDistribution distribution = empirical(sources, Map.of("file", "test.v2"));
    assertThat(distribution.nanos(0.3)).isEqualTo(2_000_000_000);
    assertThat(distribution.describe()).isEqualTo("empirical?file=test.v2");
  }

  @Test
  void theOnlyFileNeedNotBeNamed() throws Exception {
    EmpiricalSources sources = load(file("prod.csv", "1"));
    assertThat(empirical(sources, Map.of()).describe()).isEqualTo("empirical?file=prod");
  }

  @Test
  void oneOfSeveralFilesMustBeNamed() throws Exception {
    EmpiricalSources sources = load(file("b.csv", "1"), file("a.csv", "2"));
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> empirical(sources, Map.of()))
        .withMessage("file is missing; allowed: a, b");
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> empirical(sources, Map.of("file", "c")))
        .withMessage("file is 'c'; allowed: a, b");
  }

  @Test
  void withoutAFileThereIsNothingToDrawFrom() {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> empirical(EmpiricalSources.none(), Map.of("file", "a")))
        .withMessage(
            "file is 'a'; allowed: none, because the stub was started without a file of delays");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws IOException {
    Path csv = file("prod.csv", "1");
    Path txt = file("prod.txt", "1");
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> load(csv, txt))
        .withMessage("second file of one name is '%s'; allowed: one file named prod", txt);
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    for (Path path : List.of(file("prod.json", "1"), file("prod", "1"), file(".csv", "1"))) {
      assertThatExceptionOfType(InvalidLatencyException.class)
          .isThrownBy(() -> load(path))
          .withMessage("file is '%s'; allowed: a name that ends with .hlog, .csv or .txt", path);
    }
  }

  @Test
  void aFileThatIsNotThereIsToldByItsPath() {
    Path path = folder.resolve("none.csv");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> load(path))
        .withMessage(String.valueOf(path));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static EmpiricalSources load(Path... files) throws IOException, InvalidLatencyException {
    return EmpiricalSources.load(Stream.of(files).toList());
  }

  private static LatencyDistribution empirical(EmpiricalSources sources, Map<String, String> args)
      throws InvalidLatencyException {
    return LatencyDistributions.parse("empirical", args, sources);
  }
}
