package dev.heddle.benchmarks.run;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process of a fork that takes too long or is to stop. JMH does not hand out its process:
 * a fork's is any child of this JVM that was not there when the fork began.
 */
final class ForkWatch {

  private static final long LOOK_EVERY_MILLIS = 50;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heddle-fork-watch").factory());

  private volatile boolean stopped;
  private volatile @Nullable String reason;

  /** Watches from now until the returned watch is closed. */
  Watched begin(Duration limit) {
    reason = null;
    return new Watched(limit);
  }

  /** Ends the fork under way, and any that begins later. */
  void stop() {
    stopped = true;
  }

  /** Why the last fork was ended; empty if it was not. */
  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** A fork that is watched. */
  final class Watched implements AutoCloseable {

    private final Set<Long> others =
        ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    private final Duration limit;
    private final long deadline;
    private final ScheduledFuture<?> looks;
    private boolean closed;

    private Watched(Duration limit) {
      this.limit = limit;
      this.deadline = System.nanoTime() + limit.toNanos();
      this.looks =
          timer.scheduleWithFixedDelay(
              this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Why it was ended; empty if it was not. */
    Optional<String> killed() {
      return reason();
    }

    /** After this no process is ended any more: it could be the next fork's. */
    @Override
    public synchronized void close() {
      closed = true;
      looks.cancel(false);
    }

    synchronized void look() {
      if (closed) {
        return;
      }
      if (stopped) {
        end("the run was stopped");
      } else if (System.nanoTime() - deadline >= 0) {
        end("no end after %d s, the limit for this fork".formatted(limit.toSeconds()));
      }
    }

    private void end(String why) {
      ProcessHandle.current()
          .children()
          .filter(child -> !others.contains(child.pid()))
          .forEach(
              child -> {
                reason = why;
                child.destroyForcibly();
              });
    }
  }
}
