package dev.heddle.model.random;

import dev.heddle.model.random.Script.*;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that a model once got wrong, as the random run printed them. */
class ReplayTest {

  private static final int TIMES = 50;

  @ParameterizedTest
  @MethodSource("scripts")
  void whatWentWrongOnceIsRight(Script script) throws InterruptedException {
    try (Differential differential = new Differential()) {
      Reference.Allowed allowed = Reference.explore(script);
      for (int i = 0; i < TIMES; i++) {
        differential.check(script, allowed);
      }
    }
  }

  static List<Script> scripts() {
    return List.of(
        // A request that was pending before a limit or a group began was lost with its own.
        new Then(new CancelSelf(), new Then(new Timeout(new NoOp(), Limit.ZERO), new Forever())),
        new Then(
            new CancelSelf(),
            new Then(new Timeout(new Timeout(new NoOp(), Limit.ZERO), Limit.ZERO), new Forever())),
        new Then(
            new CancelSelf(),
            new Then(
                new Recover(new OpenGroup(1, new Add(1, 2, new Fail(1), new NoOp())), new NoOp()),
                new SleepHours())),
        // A deadline that nobody noticed counted as expired.
        new Timeout(new Timeout(new Gather(List.of()), Limit.ZERO), Limit.ZERO),
        // A run that cancelled itself and never waited gave its value.
        new CancelSelf(),
        // A request that came just when another had been noticed was taken for the same.
        new Within(new OnCancel(new Pass(0), new CancelSelf()), Limit.SHORT),
        // A group's body that was cancelled as it began never ran.
        new Timeout(new OpenGroup(1, new Fail(3)), Limit.ZERO),
        new Within(new OpenGroup(1, new OnCancel(new SleepHours(), new Value(1))), Limit.SHORT),
        // What a second failed gather left behind was put above the first's, which was closed
        // first.
        new Then(
            new Recover(new Gather(List.of(new Fail(1), new NoOp())), new NoOp()),
            new Gather(List.of(new Fail(2), new NoOp()))),
        // A group's request to its body was lost beside one that the body had just noticed.
        new Within(
            new OpenGroup(1, new OnCancel(new Forever(), new Add(1, 2, new Throw(1), new Pass(1)))),
            Limit.SHORT),
        // A limit took a request for its own that had been pending before it and was noticed with
        // it.
        new Timeout(new Recover(new Timeout(new SleepZero(), Limit.ZERO), new Pass(1)), Limit.ZERO),
        new Then(
            new CancelSelf(),
            new Then(
                new Recover(new Within(new Forever(), Limit.SHORT), new NoOp()), new Forever())));
  }
}
