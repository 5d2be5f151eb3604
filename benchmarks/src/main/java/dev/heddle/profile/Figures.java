package dev.heddle.profile;

import java.util.List;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** What a profiler gives JMH of one iteration. Over iterations and forks JMH takes the mean. */
final class Figures {

  private Figures() {}

  /** An amount through the operations of the iteration; nothing where there were none. */
  static List<Result<?>> perOperation(String name, double amount, String unit, long operations) {
    return operations == 0 ? List.of() : List.of(of(name, amount / operations, unit));
  }

  static Result<?> of(String name, double value, String unit) {
    return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
  }
}
