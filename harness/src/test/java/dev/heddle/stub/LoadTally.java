package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** What became of the requests of one window, by target. Confined to the event loop until read. */
final class LoadTally {

  private static final long LONGEST = TimeUnit.HOURS.toMicros(1);

  private final LoadTargets targets;
  private final List<LoadCounts> counts;
  private final Histogram responseTimes = new Histogram(LONGEST, 3);
  private final Histogram sendLags = new Histogram(LONGEST, 3);
  private long heldBack;
  private long stray;

  LoadTally(LoadTargets targets) {
    this.targets = targets;
    this.counts = Stream.generate(LoadCounts::new).limit(targets.size()).toList();
  }

  /** A request found every connection busy, and has to wait for one. */
  void heldBack() {
    heldBack++;
  }

  /** A connection was given up because bytes came that no request had asked for. */
  void stray() {
    stray++;
  }

  void sent(int target, long nanosLate) {
    counts.get(target).countSent();
    record(sendLags, nanosLate);
  }

  void completed(int target, int status, long nanos) {
    counts.get(target).countCompleted(status);
    record(responseTimes, nanos);
  }

  void ended(int target, LoadEnding ending) {
    counts.get(target).count(ending);
  }

  long allSent() {
    return counts.stream().mapToLong(LoadCounts::sent).sum();
  }

  /** Adds to {@code report} everything that was counted. */
  void describe(ObjectNode report) {
    report.put("held_back", heldBack).put("connections_with_stray_bytes", stray);
    LoadCounts total = new LoadCounts();
    counts.forEach(total::add);
    report.set("all", total.describe());
    ObjectNode byTarget = report.putObject("by_target");
    for (int target = 0; target < counts.size(); target++) {
      byTarget.set(targets.get(target).path(), counts.get(target).describe());
    }
    report.set("response_us", summary(responseTimes));
    report.set("send_lag_us", summary(sendLags));
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST));
  }

  private static ObjectNode summary(Histogram micros) {
    boolean empty = micros.getTotalCount() == 0;
    return JsonNodeFactory.instance
        .objectNode()
        .put("count", micros.getTotalCount())
        .put("min", empty ? 0 : micros.getMinValue())
        .put("p50", micros.getValueAtPercentile(50))
        .put("p99", micros.getValueAtPercentile(99))
        .put("p999", micros.getValueAtPercentile(99.9))
        .put("max", micros.getMaxValue());
  }
}
