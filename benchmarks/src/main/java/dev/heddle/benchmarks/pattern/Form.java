package dev.heddle.benchmarks.pattern;

import dev.heddle.plan.Plan;
import java.time.Duration;
import java.util.List;

/** A pattern as it is measured on the models. Immutable. */
public interface Form {

  /** The plan of one operation. It keeps what it needs on its way in itself, run by run. */
  Plan<? extends List<?>> plan(List<Plan<Object>> children);

  /** How long its children take, one beside the other. */
  default ChildPace pace() {
    return ChildPace.EVEN;
  }

  /**
   * How long an operation takes at least, whoever runs it, by arithmetic on what its children sleep
   * or wait for.
   *
   * @param children at least one
   * @param limit how many can run at once
   */
  default Duration least(List<Duration> children, int limit) {
    return Schedule.inOrder(children, limit);
  }

  /** How many results an operation has. */
  default int results(int children) {
    return children;
  }
}
