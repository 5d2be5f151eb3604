package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many requests of one target were sent, and how they ended. */
final class LoadCounts {

  private static final int STATUSES = 1000;

  private final Map<LoadEnding, LongAdder> endings = new EnumMap<>(LoadEnding.class);
  private final long[] statuses = new long[STATUSES];
  private long sent;

  LoadCounts() {
    for (LoadEnding ending : LoadEnding.values()) {
      endings.put(ending, new LongAdder());
    }
  }

  void countSent() {
    sent++;
  }

  void countCompleted(int status) {
    count(LoadEnding.COMPLETED);
    statuses[status]++;
  }

  void count(LoadEnding ending) {
    of(ending).increment();
  }

  long sent() {
    return sent;
  }

  void add(LoadCounts other) {
    sent += other.sent;
    endings.forEach((ending, count) -> count.add(other.of(ending).sum()));
    for (int status = 0; status < STATUSES; status++) {
      statuses[status] += other.statuses[status];
    }
  }

  ObjectNode describe() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("sent", sent);
    endings.forEach((ending, count) -> node.put(ending.label(), count.sum()));
    ObjectNode byStatus = node.putObject("statuses");
    for (int status = 0; status < STATUSES; status++) {
      if (statuses[status] > 0) {
        byStatus.put(String.valueOf(status), statuses[status]);
      }
    }
    return node;
  }

  private LongAdder of(LoadEnding ending) {
    return Objects.requireNonNull(endings.get(ending));
  }
}
