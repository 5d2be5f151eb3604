package dev.heddle.stub;

import dev.heddle.histogram.TaggedLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The stub's books. Requests of a route that is not counted leave no trace in them. Thread-safe; a
 * snapshot is consistent whatever the event loops do meanwhile. One uncontended lock costs less
 * than the several atomics that a consistent snapshot would need.
 */
final class Books {

  // An endless log nobody reads would block the event loop.
  private static final int MOST_ERRORS_TOLD = 10;

  private final List<RouteTally> tallies = new ArrayList<>();
  private final Timings delays = new Timings();
  private final Timings delayErrors = new Timings();
  private final Timings loopLags = new Timings();
  private final Timings abortedAfter = new Timings();
  private final Tally total = new Tally();
  private long accepted;
  private long open;
  private long refused;
  private long unexpectedErrors;
  private long highestInFlight;
  private long lastArrivalNanos;
  private boolean arrivals;
  private long startMillis = System.currentTimeMillis();
  private int period;

  /** Opens an account for one route; one that is not counted stays empty. */
  synchronized RouteTally tally(String route, boolean counted) {
    RouteTally tally = new RouteTally(route, counted, new Tally(), new Numbers());
    tallies.add(tally);
    return tally;
  }

  /** Counts a connection, and tells the period (from reset to reset) in which it was counted. */
  synchronized int connectionOpened() {
    accepted++;
    open++;
    return period;
  }

  synchronized void connectionClosed() {
    open--;
  }

  synchronized void connectionRefused() {
    refused++;
  }

  /** Takes back a connection that turns out to ask for the statistics only. */
  synchronized void connectionOnlyObserves(int openedInPeriod) {
    if (openedInPeriod == period) {
      accepted--;
    }
    open--;
  }

  /** Counts a request, and tells the nanoseconds since the one before it; 0 for the first. */
  synchronized long requestReceived(RouteTally route, long nowNanos) {
    return receive(route, nowNanos);
  }

  /** Counts a request that is answered at once, like {@link #requestReceived}. */
  synchronized long requestAnswered(RouteTally route, int status, long nowNanos) {
    long since = receive(route, nowNanos);
    complete(route, status);
    return since;
  }

  synchronized void requestCompleted(RouteTally route, int status) {
    complete(route, status);
  }

  synchronized void requestFaulted(RouteTally route) {
    if (route.counted()) {
      total.faulted++;
      route.tally().faulted++;
    }
  }

  synchronized void requestAborted(RouteTally route, long nanosAfterRequest) {
    if (route.counted()) {
      total.aborted++;
      route.tally().aborted++;
      abortedAfter.record(nanosAfterRequest);
    }
  }

  synchronized void delayed(long plannedNanos, long actualNanos) {
    delays.record(actualNanos);
    delayErrors.record(actualNanos - plannedNanos);
  }

  /** Notes a connection that was closed after an error of the stub's own. */
  synchronized void failedUnexpectedly(Throwable cause) {
    unexpectedErrors++;
    if (unexpectedErrors <= MOST_ERRORS_TOLD) {
      System.err.println("heddle stub: closed a connection after an unexpected error: " + cause);
    }
  }

  synchronized void loopLagged(long nanos) {
    loopLags.record(nanos);
  }

  synchronized void reset() {
    period++;
    accepted = 0;
    refused = 0;
    unexpectedErrors = 0;
    arrivals = false;
    startMillis = System.currentTimeMillis();
    total.startAgain();
    tallies.forEach(RouteTally::startAgain);
    List.of(delays, delayErrors, loopLags, abortedAfter).forEach(Timings::reset);
    highestInFlight = total.inFlight();
  }

  synchronized StubStats snapshot() {
    Map<String, StubStats.Route> routes = new LinkedHashMap<>();
    tallies.stream()
        .filter(route -> route.tally().received > 0)
        .forEach(route -> routes.put(route.name(), route.tally().snapshot()));
    return new StubStats(
        accepted,
        open,
        refused,
        unexpectedErrors,
        total.received,
        total.completed,
        total.aborted,
        total.faulted,
        total.inFlight(),
        highestInFlight,
        abortedAfter.summary(),
        delayErrors.summary(),
        loopLags.summary(),
        routes);
  }

  /** Everything timed since the last reset. */
  synchronized TaggedLog timings() {
    Map<String, Histogram> byTag = new LinkedHashMap<>();
    byTag.put("delay", delays.copy());
    byTag.put("delay-error", delayErrors.copy());
    byTag.put("loop-lag", loopLags.copy());
    byTag.put("aborted-after", abortedAfter.copy());
    return new TaggedLog(
        "[Heddle stub; values in nanoseconds]", startMillis, System.currentTimeMillis(), byTag);
  }

  private long receive(RouteTally route, long nowNanos) {
    if (!route.counted()) {
      return 0;
    }
    total.received++;
    route.tally().received++;
    highestInFlight = Math.max(highestInFlight, total.inFlight());
    // Loops read their clocks before they come here, so one may be overtaken.
    long since = arrivals ? Math.max(0, nowNanos - lastArrivalNanos) : 0;
    lastArrivalNanos = nowNanos;
    arrivals = true;
    return since;
  }

  private void complete(RouteTally route, int status) {
    if (route.counted()) {
      total.complete(status);
      route.tally().complete(status);
    }
  }
}
