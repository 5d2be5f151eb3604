package dev.heddle.stub;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What became of some requests. Owned and guarded by {@link Books}. */
final class Tally {

  private static final int HIGHEST_STATUS = 599;

  long received;
  long completed;
  long aborted;
  long faulted;
  private final long[] statuses = new long[HIGHEST_STATUS + 1];

  long inFlight() {
    return received - completed - aborted - faulted;
  }

  void complete(int status) {
    completed++;
    statuses[status]++;
  }

  /** Back to zero but for what is in flight. */
  void startAgain() {
    received = inFlight();
    completed = 0;
    aborted = 0;
    faulted = 0;
    Arrays.fill(statuses, 0);
  }

  StubStats.Route snapshot() {
    Map<Integer, Long> seen = new TreeMap<>();
    for (int status = 0; status < statuses.length; status++) {
      if (statuses[status] > 0) {
        seen.put(status, statuses[status]);
      }
    }
    return new StubStats.Route(received, completed, aborted, faulted, inFlight(), seen);
  }
}
