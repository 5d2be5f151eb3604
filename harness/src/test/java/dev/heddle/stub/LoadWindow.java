package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One stretch of time in which requests arrive. When each one does is fixed at the beginning, and
 * nothing that happens later shifts it. Confined to the event loop.
 */
final class LoadWindow {

  private static final double SECOND = 1e9;
  private static final long LEAD = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long CHECK = TimeUnit.MILLISECONDS.toNanos(100);

  private final LoadOptions options;
  private final LoadTargets targets;
  private final LoadPool pool;
  private final EventLoop loop;
  private final LoadTally tally;
  private final double seconds;
  private final boolean ramp;
  private final long planned;
  private final CompletableFuture<ObjectNode> report = new CompletableFuture<>();
  private final long start = System.nanoTime() + LEAD;
  private final long cpuAtStart = LoadCpu.processNanos();
  private long lastCheck = start;
  private long arrived;
  private long sentInWindow;
  private boolean windowOver;
  private int unsent;

  /**
   * A window to come.
   *
   * @param ramp whether the rate rises from zero to what the options say, so that a client and a
   *     stub that are cold do not drown; half as many requests arrive then
   */
  LoadWindow(
      LoadOptions options,
      LoadTargets targets,
      LoadPool pool,
      EventLoop loop,
      double seconds,
      boolean ramp) {
    this.options = options;
    this.targets = targets;
    this.pool = pool;
    this.loop = loop;
    this.tally = new LoadTally(targets);
    this.seconds = seconds;
    this.ramp = ramp;
    this.planned = Math.round(options.rate() * seconds / (ramp ? 2 : 1));
  }

  /** Begins, and tells once every request has ended what became of them. For any thread. */
  CompletableFuture<ObjectNode> begin() {
    loop.execute(
        () -> {
          pool.countIn(tally);
          sendDue();
          check();
        });
    return report;
  }

  private void sendDue() {
    long now = System.nanoTime();
    while (arrived < planned && intended(arrived) - now <= 0) {
      pool.arrive(targets.draw(), intended(arrived));
      arrived++;
    }
    if (arrived < planned) {
      schedule(this::sendDue, intended(arrived) - System.nanoTime());
    } else {
      schedule(this::endWindow, start + nanos(seconds) - System.nanoTime());
    }
  }

  private long intended(long index) {
    double time = index / options.rate();
    return start + nanos(ramp ? Math.sqrt(2 * seconds * time) : time);
  }

  private void endWindow() {
    sentInWindow = tally.allSent();
    windowOver = true;
  }

  /** Requests may still be sent and answered after the window, each for as long as the timeout. */
  private void check() {
    long now = System.nanoTime();
    // After a pause of its own the client first has to read what has come meanwhile.
    if (now - lastCheck < 2 * CHECK) {
      pool.expire(now);
    }
    lastCheck = now;
    if (now - start > nanos(seconds) + options.timeoutNanos()) {
      unsent += pool.dropHeld();
    }
    if (windowOver && pool.isIdle()) {
      report.complete(describe());
    } else {
      schedule(this::check, CHECK);
    }
  }

  private void schedule(Runnable action, long delay) {
    Future<?> _ = loop.schedule(action, Math.max(0, delay), TimeUnit.NANOSECONDS);
  }

  private ObjectNode describe() {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("planned", planned)
            .put("sent", tally.allSent())
            .put("unsent", unsent)
            .put("window_seconds", seconds)
            .put("offered_rate", options.rate())
            .put("achieved_rate", sentInWindow / seconds)
            .put("client_cpu_seconds", (LoadCpu.processNanos() - cpuAtStart) / SECOND);
    tally.describe(node);
    return node;
  }

  private static long nanos(double time) {
    return (long) (time * SECOND);
  }
}
