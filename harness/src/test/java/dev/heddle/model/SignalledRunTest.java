package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Section 11 of the semantics: a signal to the process whose thread is inside run. The children are
 * real processes; only they are sent a signal.
 */
class SignalledRunTest {

  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  @EachModel
  void R10_aProcessThatIsInterruptedCleansUpBeforeItEnds(Model kind) throws Exception {
    assertCleansUp(kind, "INT", SIGINT);
  }

  @EachModel
  void R10_aProcessThatIsToldToEndCleansUpBeforeItDoes(Model kind) throws Exception {
    assertCleansUp(kind, "TERM", SIGTERM);
  }

  private static void assertCleansUp(Model kind, String signal, int number) throws Exception {
    try (ChildJvm child = ChildJvm.start(SignalledRunMain.class, kind.name())) {
      child.awaitLine(SignalledRunMain.WAITING);
      child.signal(signal);
      int status = child.awaitEnd();
      assertThat(child.lines())
          .containsAll(List.of(SignalledRunMain.RUN_CLEANED_UP, SignalledRunMain.TASK_CLEANED_UP));
      assertThat(status).as("exit status of a process ended by a signal").isEqualTo(128 + number);
    }
  }
}
