package dev.heddle.benchmarks;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;
import dev.heddle.task.Outcome;
import dev.heddle.task.Permits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is measured of the models: one pattern, one benchmark. */
enum MeasuredPattern {
  /** All results in order, whatever happens to one child. */
  GATHER(GatherBenchmark.class) {
    @Override
    <T> Plan<? extends List<?>> plan(List<? extends Plan<T>> children) {
      return new Gather<T>(children);
    }

    @Override
    <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
      return hand.gather(jobs);
    }
  },

  /** All or none. */
  GROUP(GroupBenchmark.class) {
    @Override
    <T> Plan<? extends List<?>> plan(List<? extends Plan<T>> children) {
      return new Group<T>(children);
    }

    @Override
    <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
      return hand.group(jobs);
    }
  },

  /** How each child ended, in order. */
  OUTCOMES(OutcomesBenchmark.class) {
    @Override
    <T> Plan<? extends List<?>> plan(List<? extends Plan<T>> children) {
      return new Outcomes<T>(children);
    }

    @Override
    <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
      return hand.outcomes(jobs);
    }
  },

  /** Each result as it comes, to the last. */
  AS_COMPLETED(AsCompletedBenchmark.class) {
    @Override
    <T> Plan<? extends List<?>> plan(List<? extends Plan<T>> children) {
      return new AsCompleted<T>(children).then(rest -> drained(rest, new ArrayList<>()));
    }

    @Override
    <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
      List<Outcome<Object>> seen = new ArrayList<>();
      hand.asCompleted(jobs, seen::add);
      return seen;
    }

    private static <T> Plan<List<Outcome<T>>> drained(Completions<T> rest, List<Outcome<T>> seen) {
      return rest.next()
          .then(
              next -> {
                next.ifPresent(task -> seen.add(task.outcome()));
                return next.isPresent() ? drained(rest, seen) : new Value<>(seen);
              });
    }
  },

  /** Gather with at most {@link #LIMIT} children running at once. */
  BOUNDED(BoundedBenchmark.class) {
    @Override
    <T> Plan<? extends List<?>> plan(List<? extends Plan<T>> children) {
      Permits permits = new Permits(LIMIT);
      return new Gather<T>(children.stream().map(child -> new Bounded<>(permits, child)).toList());
    }

    @Override
    <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception {
      return hand.bounded(jobs, LIMIT);
    }
  };

  /** How many children of {@link #BOUNDED} run at once, on every model. */
  static final int LIMIT = 10;

  private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

  private final Class<?> benchmark;

  MeasuredPattern(Class<?> benchmark) {
    this.benchmark = benchmark;
  }

  /** The full name of its benchmark, as JMH has it. */
  String benchmark() {
    return benchmark.getName() + "." + method();
  }

  /** A name in capitals as Java writes a method's. */
  private String method() {
    return UNDERSCORE
        .matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
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
  abstract <T> Plan<? extends List<?>> plan(List<? extends Plan<T>> children);

  /** Runs the hand-written form once. */
  abstract <J> List<?> byHand(ByHand<J> hand, List<J> jobs) throws Exception;
}
