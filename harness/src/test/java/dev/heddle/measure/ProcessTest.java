package dev.heddle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessTest {

  @Test
  void thisProcessHasUsedTheCpuAndOneThatIsNotThereTellsNothing() {
    assertThat(ProcessCpu.ofThis().orElseThrow()).isGreaterThan(Duration.ZERO);
    assertThat(ProcessCpu.of(ProcessHandle.current().pid())).isPresent();
    assertThat(ProcessCpu.of(Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void collectionsAreCountedFromAnEarlierMomentOn() {
    GcPauses before = GcPauses.now();
    System.gc();
    GcPauses since = GcPauses.now().since(before);
    assertThat(since.count()).isPositive();
    assertThat(since.millis()).isNotNegative();
  }
}
