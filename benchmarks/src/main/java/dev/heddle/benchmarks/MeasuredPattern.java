package dev.heddle.benchmarks;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.Plan;
import java.util.Arrays;
import java.util.List;

/** What is measured of the models: one pattern, one benchmark. */
enum MeasuredPattern {
  /** All results in order, whatever happens to one child. */
  GATHER(GatherBenchmark.class) {
    @Override
    Plan<? extends List<?>> plan(List<? extends Plan<?>> children) {
      return new Gather<>(children);
    }

    @Override
    <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
      return hand.gather(jobs);
    }
  },

  /** All or none. */
  GROUP(GroupBenchmark.class) {
    @Override
    Plan<? extends List<?>> plan(List<? extends Plan<?>> children) {
      return new Group<>(children);
    }

    @Override
    <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
      return hand.group(jobs);
    }
  };

  private final Class<?> benchmark;

  MeasuredPattern(Class<?> benchmark) {
    this.benchmark = benchmark;
  }

  /** The full name of its benchmark, as JMH has it. */
  String benchmark() {
    return benchmark.getName() + "." + ConstantNames.of(this);
  }

  /**
   * The pattern of that benchmark.
   *
   * @throws IllegalArgumentException if there is none
   */
  static MeasuredPattern ofBenchmark(String name) {
    return Arrays.stream(values())
        .filter(pattern -> pattern.benchmark().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No pattern has benchmark " + name));
  }

  /** The plan that a model runs. */
  abstract Plan<? extends List<?>> plan(List<? extends Plan<?>> children);

  /** Runs the hand-written form once. */
  abstract <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception;
}
