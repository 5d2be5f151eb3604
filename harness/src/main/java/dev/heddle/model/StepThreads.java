package dev.heddle.model;

import dev.heddle.task.NonBlocking;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which event-driven models run steps. They are marked, so that blocking one is
 * refused.
 */
final class StepThreads {

  private static final class PoolThread extends Thread implements NonBlocking {
    private int depth;

    PoolThread(Runnable body, String name) {
      super(body, name);
    }
  }

  private static final class LoopThread extends FastThreadLocalThread implements NonBlocking {
    LoopThread(Runnable body, String name) {
      super(body, name);
    }
  }

  private static final int DEEPEST = 16;

  private StepThreads() {}

  /** A pool of {@code size} threads; 0 for as many as there are cores. */
  static ExecutorService pool(int size) {
    AtomicInteger numbers = new AtomicInteger();
    return Executors.newFixedThreadPool(
        sizeOrCores(size),
        body -> daemon(new PoolThread(body, "heddle-stage-" + numbers.getAndIncrement())));
  }

  /**
   * Runs an action that may run others of its kind before it returns: in place while few are under
   * way on this thread, else in a step of its own, so that no depth of nesting fills the stack.
   */
  static void unwinding(Executor pool, Runnable action) {
    if (!(Thread.currentThread() instanceof PoolThread thread) || thread.depth >= DEEPEST) {
      pool.execute(action);
      return;
    }
    thread.depth++;
    try {
      action.run();
    } finally {
      thread.depth--;
    }
  }

  /** Makes the threads of event loops. */
  static ThreadFactory loops() {
    AtomicInteger numbers = new AtomicInteger();
    return body -> daemon(new LoopThread(body, "heddle-loop-" + numbers.getAndIncrement()));
  }

  static int sizeOrCores(int size) {
    return size == 0 ? Runtime.getRuntime().availableProcessors() : size;
  }

  private static Thread daemon(Thread thread) {
    thread.setDaemon(true);
    return thread;
  }
}
