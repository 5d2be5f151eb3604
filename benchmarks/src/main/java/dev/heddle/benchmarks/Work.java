package dev.heddle.benchmarks;

import dev.heddle.idiom.Jobs;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import dev.heddle.plan.Sleep;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** What each child of a pattern does. */
public enum Work {
  /** Nothing: what remains is the pattern's own cost. */
  NO_OP,
  /** Suspends for {@link #SLEEP_TIME}. */
  SLEEP,
  /** One {@code GET /get} to the stub. */
  FETCH;

  /** How long a sleeping child sleeps; no operation over it can take less. */
  public static final Duration SLEEP_TIME = Duration.ofMillis(10);

  /** The plan of a pattern with as many children as there are requests. */
  Plan<? extends List<?>> plan(MeasuredPattern pattern, List<Request> requests) {
    return switch (this) {
      case NO_OP -> pattern.plan(Collections.nCopies(requests.size(), new NoOp()));
      case SLEEP -> pattern.plan(Collections.nCopies(requests.size(), new Sleep(SLEEP_TIME)));
      case FETCH -> pattern.plan(requests.stream().map(Fetch::new).toList());
    };
  }

  /** Jobs of a hand-written form, as many as there are requests. */
  <J> List<J> jobs(Jobs<J> jobs, List<Request> requests) {
    return switch (this) {
      case NO_OP -> Collections.nCopies(requests.size(), jobs.noOp());
      case SLEEP -> Collections.nCopies(requests.size(), jobs.sleep(SLEEP_TIME));
      case FETCH -> requests.stream().map(jobs::fetch).toList();
    };
  }
}
