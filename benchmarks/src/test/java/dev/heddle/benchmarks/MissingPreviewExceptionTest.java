package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingPreviewExceptionTest {

  @Test
  void theStructuredScopeNeedsTheFlagAndOneSentenceSaysSo() {
    assertThatThrownBy(
            () -> MissingPreviewException.check(Model.STRUCTURED_SCOPE, List.of("-Xmx1g")))
        .hasMessageContainingAll("structured-scope", "--enable-preview", "-jvmArgsAppend")
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void withTheFlagEveryModelRuns(Model model) {
    assertThatCode(() -> MissingPreviewException.check(model, List.of("--enable-preview")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRUCTURED_SCOPE")
  void theOthersRunWithoutIt(Model model) {
    assertThatCode(() -> MissingPreviewException.check(model, List.of()))
        .doesNotThrowAnyException();
  }
}
