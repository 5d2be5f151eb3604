package dev.heddle.reports.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {

  private static final Path PUBLISHED = Path.of("ERROR-RATES.md");
  private static final double CLAIMED = 0.01;

  private final Study study;

  ErrorRatesTest() throws IOException {
    study = Study.read();
  }

  /** To publish anew: copy target/ERROR-RATES.md over the published one. */
  @Test
  void thePublishedFiguresFollowFromTheKeptForks() throws IOException {
    String computed = StudyText.of(study);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/ERROR-RATES.md"), computed);

    assertThat(Files.readString(PUBLISHED)).isEqualTo(computed);
  }

  @Test
  void identicalCodeIsCalledDifferentNoMoreOftenThanClaimed() {
    List<Method> methods = List.of(Method.BLOCKS, Method.LOOKS, Method.INDEPENDENT);
    ErrorRates rates = ErrorRates.of(study, cell -> true, methods, KeptFork::score, 1);

    assertThat(rates.draws()).hasSizeGreaterThanOrEqualTo(600);
    for (Method method : methods) {
      assertThat(rates.falseShare(method, cell -> true))
          .as(method.words())
          .isLessThanOrEqualTo(CLAIMED);
    }
  }
}
