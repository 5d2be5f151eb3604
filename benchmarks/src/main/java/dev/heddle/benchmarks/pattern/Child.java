package dev.heddle.benchmarks.pattern;

import dev.heddle.idiom.Jobs;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import dev.heddle.plan.Sleep;
import java.time.Duration;
import java.util.function.Supplier;

/** What one child does, for a plan and for hand-written code alike. */
public sealed interface Child {

  /** How long it takes at least, whoever runs it: what it sleeps, or the stub waits. */
  default Duration least() {
    return switch (this) {
      case Sleeps(Duration time) -> time;
      case Fetches(Request request, Duration delay) -> delay;
      case Fails(Child first, Supplier<Exception> failure) -> first.least();
      case Nothing nothing -> Duration.ZERO;
      case Computes computes -> Duration.ZERO;
      case FetchesThenComputes both -> Duration.ZERO;
    };
  }

  /** As a plan. */
  @SuppressWarnings("unchecked") // A plan only yields: one of anything is one of objects.
  default Plan<Object> plan() {
    return (Plan<Object>)
        switch (this) {
          case Nothing nothing -> new NoOp();
          case Sleeps(Duration time) -> new Sleep(time);
          case Computes(Compute compute) -> compute;
          case Fetches(Request request, Duration delay) -> new Fetch(request);
          case FetchesThenComputes(Request request, Compute compute) ->
              new Fetch(request).then(compute);
          case Fails(Child first, Supplier<Exception> failure) ->
              first.plan().then(value -> new Fail<Object>(failure.get()));
        };
  }

  /** As a job of hand-written code. */
  default <J> J job(Jobs<J> jobs) {
    return switch (this) {
      case Nothing nothing -> jobs.noOp();
      case Sleeps(Duration time) -> jobs.sleep(time);
      case Computes(Compute compute) -> jobs.compute(compute);
      case Fetches(Request request, Duration delay) -> jobs.fetch(request);
      case FetchesThenComputes(Request request, Compute compute) ->
          jobs.then(
              jobs.fetch(request),
              response -> {
                compute.burn();
                return response;
              });
      case Fails(Child first, Supplier<Exception> failure) ->
          jobs.then(
              first.job(jobs),
              value -> {
                throw failure.get();
              });
    };
  }

  /** Ends at once. */
  record Nothing() implements Child {}

  /** Suspends. */
  record Sleeps(Duration time) implements Child {}

  /** Burns CPU. */
  record Computes(Compute compute) implements Child {}

  /**
   * One exchange.
   *
   * @param delay for which the stub waits before it answers
   */
  record Fetches(Request request, Duration delay) implements Child {}

  /** One exchange, then CPU. */
  record FetchesThenComputes(Request request, Compute compute) implements Child {}

  /**
   * Does what another does, then fails.
   *
   * @param failure is asked at that moment
   */
  record Fails(Child first, Supplier<Exception> failure) implements Child {}
}
