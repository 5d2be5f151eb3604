package dev.heddle.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Decides whether a run's figures may be quoted, by fixed rules. The rules look for what makes a
 * load test flatter: arrivals that were never sent, a driver slower than what it measures, a server
 * that was, requests that went missing.
 *
 * @param mayFail whether plans of the scenario may end otherwise than with a value
 */
public record Judge(boolean mayFail) {

  private static final double LEAST_SENT = 0.99;
  private static final double MOST_LATE = 0.05;
  private static final double SHARE_OF_P99 = 0.1;
  private static final long LEAST_LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double NANOS_PER_MILLI = 1e6;

  /** The verdict on a run. */
  public Verdict judge(LoadResult result, Exchanges exchanges) {
    List<Function<LoadResult, Optional<Verdict.Reason>>> rules =
        List.of(Judge::books, Judge::sent, Judge::late, Judge::lag, this::errors);
    List<Verdict.Reason> reasons = new ArrayList<>();
    rules.forEach(rule -> rule.apply(result).ifPresent(reasons::add));
    Stream.of(server(exchanges), missing(result, exchanges), serverLate(result, exchanges))
        .flatMap(Optional::stream)
        .forEach(reasons::add);
    return Verdict.of(reasons);
  }

  private static Optional<Verdict.Reason> books(LoadResult result) {
    return Stream.of(result.warmUp().books(), result.measured().books())
        .filter(books -> !books.balance())
        .findFirst()
        .map(books -> new Verdict.Reason("books", "the books do not balance: " + books));
  }

  private static Optional<Verdict.Reason> sent(LoadResult result) {
    Books books = result.measured().books();
    return when(
        books.started() < LEAST_SENT * books.planned(),
        "sent",
        "%d of %d planned arrivals were started, %.1f %%; needed: 99 %%"
            .formatted(
                books.started(), books.planned(), 100.0 * books.started() / books.planned()));
  }

  private static Optional<Verdict.Reason> late(LoadResult result) {
    Histogram lag = result.measured().lag();
    long limit = Math.max(LEAST_LATE_NANOS, (long) (SHARE_OF_P99 * p99(result)));
    long late = lag.getTotalCount() - lag.getCountBetweenValues(0, limit);
    return when(
        late > MOST_LATE * lag.getTotalCount(),
        "late",
        "%d of %d plans started more than %.3f ms late; allowed: 5 %%"
            .formatted(late, lag.getTotalCount(), limit / NANOS_PER_MILLI));
  }

  private static Optional<Verdict.Reason> lag(LoadResult result) {
    long lag = result.measured().lag().getValueAtPercentile(99);
    return when(
        lag > SHARE_OF_P99 * p99(result),
        "lag",
        "the driver's lag has a p99 of %.3f ms; allowed: 10 %% of the response time's, %.3f ms"
            .formatted(lag / NANOS_PER_MILLI, p99(result) / NANOS_PER_MILLI));
  }

  private Optional<Verdict.Reason> errors(LoadResult result) {
    return when(
        !mayFail && result.spoilt() > 0,
        "errors",
        "%d plans, those of the warm-up among them, did not end with a value; the scenario has no failures: %s"
            .formatted(result.spoilt(), result.failures()));
  }

  private static Optional<Verdict.Reason> server(Exchanges exchanges) {
    return when(
        !exchanges.answered(), "server", "the server no longer answered at the end of the run");
  }

  /** Exact unless something was cut short, and never more than was sent. */
  private static Optional<Verdict.Reason> missing(LoadResult result, Exchanges exchanges) {
    boolean inexact = exchanges.mayBeCutShort() || result.spoilt() > 0;
    boolean wrong =
        inexact
            ? exchanges.received() > exchanges.sent()
            : exchanges.received() != exchanges.sent();
    return when(
        exchanges.answered() && wrong,
        "requests",
        "%d requests were sent and the server received %d"
            .formatted(exchanges.sent(), exchanges.received()));
  }

  private static Optional<Verdict.Reason> serverLate(LoadResult result, Exchanges exchanges) {
    double error = exchanges.delayErrorP99Nanos().orElse(0);
    return when(
        error > SHARE_OF_P99 * p99(result),
        "server-late",
        "the server's own delays were late by a p99 of %.3f ms; allowed: 10 %% of the response time's, %.3f ms"
            .formatted(error / NANOS_PER_MILLI, p99(result) / NANOS_PER_MILLI));
  }

  private static double p99(LoadResult result) {
    return result.measured().response().getValueAtPercentile(99);
  }

  private static Optional<Verdict.Reason> when(boolean holds, String rule, String text) {
    return holds ? Optional.of(new Verdict.Reason(rule, text)) : Optional.empty();
  }
}
