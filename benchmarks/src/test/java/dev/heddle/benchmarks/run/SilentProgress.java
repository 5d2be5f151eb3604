package dev.heddle.benchmarks.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps the counts it is told. */
final class SilentProgress implements Progress {

  final List<String> counts = new ArrayList<>();

  @Override
  public void started(Fork fork) {}

  @Override
  public void ended(Fork fork, ForkOutcome outcome, int done, int total, Duration left) {
    counts.add(done + "/" + total);
  }

  @Override
  public void close() {}
}
