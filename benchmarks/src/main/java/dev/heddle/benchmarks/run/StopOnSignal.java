package dev.heddle.benchmarks.run;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run end well when the JVM is told to stop: on SIGINT or SIGTERM what is under way is
 * stopped, or the thread that made this is interrupted if nothing is yet, and the JVM waits for
 * this to be closed.
 */
public final class StopOnSignal implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final Thread owner = Thread.currentThread();
  private volatile @Nullable Runnable stop;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "heddle-stop");
  private volatile boolean stopping;

  /** Listens from now on. */
  public StopOnSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Says how to stop what is under way. */
  public void stops(Runnable running) {
    stop = running;
    if (stopping) {
      running.run();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!stopping) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM began to stop just now; the hook finds the latch open.
      }
    }
  }

  private void stop() {
    stopping = true;
    Optional.ofNullable(stop).orElse(owner::interrupt).run();
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The run did not end within " + PATIENCE_SECONDS + " s; leaving it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
