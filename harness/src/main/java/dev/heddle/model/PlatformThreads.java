package dev.heddle.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool of operating system threads: unbounded and reused, or of a fixed size. In a fixed pool
 * whatever waits for a child keeps its thread, so plans that nest deeper than the pool is large
 * never end.
 */
final class PlatformThreads implements ThreadPerTask.Threads {

  private static final ThreadFactory FACTORY =
      Thread.ofPlatform().daemon().name("heddle-platform-", 0).factory();

  private final ExecutorService pool;

  /** A pool of {@code size} threads; 0 for as many as are asked for. */
  PlatformThreads(int size) {
    this.pool =
        size == 0
            ? new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), FACTORY)
            : new ThreadPoolExecutor(
                size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), FACTORY);
  }

  @Override
  public void start(Runnable body) {
    pool.execute(body);
  }

  @Override
  public void close() {
    pool.close();
  }
}
