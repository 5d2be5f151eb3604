package dev.heddle.benchmarks.pattern;

import dev.heddle.benchmarks.pattern.Child.Computes;
import dev.heddle.benchmarks.pattern.Child.Fetches;
import dev.heddle.benchmarks.pattern.Child.FetchesThenComputes;
import dev.heddle.benchmarks.pattern.Child.Nothing;
import dev.heddle.benchmarks.pattern.Child.Sleeps;
import dev.heddle.plan.Compute;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What each child of a pattern does. */
@SuppressWarnings("ImmutableEnumChecker") // The duration and the computation are immutable.
public enum Work {
  /** Nothing: what remains is the pattern's own cost. */
  NO_OP {
    @Override
    Child even(int index, Requests requests) {
      return new Nothing();
    }
  },

  /** Suspends for {@link #SLEEP_TIME}. */
  SLEEP {
    @Override
    Child even(int index, Requests requests) {
      return new Sleeps(SLEEP_TIME);
    }

    @Override
    Child lasting(int index, Duration time, Requests requests) {
      return new Sleeps(time);
    }
  },

  /** Burns CPU: {@link #COMPUTE_TOKENS} steps, about 0.1 ms. */
  COMPUTE {
    @Override
    Child even(int index, Requests requests) {
      return new Computes(new Compute(COMPUTE_TOKENS));
    }
  },

  /** One {@code GET /get} to the stub. */
  FETCH {
    @Override
    Child even(int index, Requests requests) {
      return new Fetches(requests.get(), Duration.ZERO);
    }

    @Override
    Child lasting(int index, Duration time, Requests requests) {
      return requests.after(time);
    }
  },

  /**
   * One exchange whose delay is drawn, by the child's number and a fixed seed, from a lognormal
   * distribution with a median of 5 ms and a p99 of 40 ms: the same delays for all, and in each
   * operation.
   */
  FETCH_DRAWN {
    @Override
    Child even(int index, Requests requests) {
      return requests.drawn(index);
    }
  },

  /** One {@code GET /get}, then {@link #COMPUTE_TOKENS} steps of CPU. */
  FETCH_COMPUTE {
    @Override
    Child even(int index, Requests requests) {
      return new FetchesThenComputes(requests.get(), new Compute(COMPUTE_TOKENS));
    }
  };

  /** How long a sleeping child sleeps; no operation over it can take less. */
  public static final Duration SLEEP_TIME = Duration.ofMillis(10);

  /** How much a computing child computes. */
  public static final long COMPUTE_TOKENS = 100_000;

  private static final Duration ENDLESS = Duration.ofMinutes(1);

  /** What so many children do. */
  public List<Child> children(int count, ChildPace pace, Requests requests) {
    return IntStream.range(0, count)
        .mapToObj(index -> child(index, count, pace, requests))
        .toList();
  }

  private Child child(int index, int count, ChildPace pace, Requests requests) {
    return switch (pace) {
      case EVEN -> even(index, requests);
      case FIRST_IS_QUICK ->
          index == 0 ? even(index, requests) : lasting(index, SLEEP_TIME.multipliedBy(2), requests);
      case ENDLESS -> lasting(index, ENDLESS, requests);
      case ONE_IS_QUICK ->
          lasting(index, index == count / 2 ? SLEEP_TIME : SLEEP_TIME.multipliedBy(10), requests);
    };
  }

  /** Whether children talk to the stub. */
  public boolean fetches() {
    return switch (this) {
      case FETCH, FETCH_DRAWN, FETCH_COMPUTE -> true;
      case NO_OP, SLEEP, COMPUTE -> false;
    };
  }

  /** Whether children can be made to last. */
  public boolean canLast() {
    return this == SLEEP || this == FETCH;
  }

  abstract Child even(int index, Requests requests);

  /** Lasts as long, where the work can. */
  Child lasting(int index, Duration time, Requests requests) {
    return even(index, requests);
  }
}
