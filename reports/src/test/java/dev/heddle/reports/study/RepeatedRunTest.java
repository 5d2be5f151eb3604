package dev.heddle.reports.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.stats.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recorded runs and their repeats, compared as {@code reproduce.sh} compares them. */
class RepeatedRunTest {

  private static final int INJECTED = 10;

  private final Study study;

  RepeatedRunTest() throws IOException {
    study = Study.read();
  }

  @Test
  void aRunAndItsRepeatAreNotCalledDifferent() {
    int repeats = 0;
    for (Study.Cell cell : study.cells()) {
      List<List<KeptFork>> runs = study.runs(cell);
      for (int i = 1; i < runs.size(); i++) {
        repeats++;
        assertThat(compared(runs.get(i - 1), runs.get(i)))
            .as("%s, run %d of %d and the one before", cell, i + 1, runs.size())
            .isNotIn(Verdict.FASTER, Verdict.SLOWER);
      }
    }
    assertThat(repeats).isGreaterThan(50);
  }

  /** Or else that nothing is called different would prove nothing. */
  @Test
  void aRepeatOfSlowerCodeIsCalledSlower() {
    List<List<KeptFork>> runs = study.runs(new Study.Cell("cpu", 0));
    List<List<KeptFork>> slower = study.runs(new Study.Cell("cpu", INJECTED));

    assertThat(runs).hasSizeGreaterThan(1);
    for (int i = 1; i < runs.size(); i++) {
      assertThat(compared(runs.get(i - 1), slower.get(i))).isEqualTo(Verdict.SLOWER);
    }
  }

  private static Verdict compared(List<KeptFork> original, List<KeptFork> repeat) {
    return Method.INDEPENDENT.judge(new Series(original, repeat), KeptFork::score);
  }
}
