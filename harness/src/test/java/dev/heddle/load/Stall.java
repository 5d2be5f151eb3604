package dev.heddle.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stops a process for a while in the middle of a run, and tells how long it last stood. */
final class Stall {

  private final long pid;
  private Optional<Thread> thread = Optional.empty();
  private volatile Duration actual = Duration.ZERO;

  Stall(long pid) {
    this.pid = pid;
  }

  /**
   * Stops it at the first arrival that is due that long after the beginning, once for each of the
   * begins, which are further apart than the stalls are long.
   */
  LoadRun.Listener during(List<Duration> begins, Duration time) {
    Queue<Duration> due = new ArrayDeque<>(begins);
    return (number, intendedNanos) -> {
      Duration next = due.peek();
      if (next != null && intendedNanos >= next.toNanos()) {
        due.remove();
        thread = Optional.of(Thread.ofPlatform().start(() -> hold(time)));
      }
    };
  }

  void awaitEnd() throws InterruptedException {
    thread.orElseThrow().join();
  }

  Duration actual() {
    return actual;
  }

  private void hold(Duration time) {
    signal("STOP");
    long begin = System.nanoTime();
    try {
      while (System.nanoTime() - begin < time.toNanos()) {
        LockSupport.parkNanos(time.toNanos() - (System.nanoTime() - begin));
      }
    } finally {
      signal("CONT");
      actual = Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
      if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("kill -%s %d failed".formatted(name, pid));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
