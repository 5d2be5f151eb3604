package dev.heddle.benchmarks;

import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One lock for all threads, and the work that each does while it holds it. */
@State(Scope.Benchmark)
public class SlowedLock {

  private static final long TOKENS = 2_000;

  private final ReentrantLock lock = new ReentrantLock();
  private long tokens;

  /** Fixes the work. */
  @Setup(Level.Trial)
  public void fix(Slowdown slowdown) {
    tokens = slowdown.injected().tokens(TOKENS);
  }

  /** Does the work while no other thread does. */
  void run() {
    lock.lock();
    try {
      Blackhole.consumeCPU(tokens);
    } finally {
      lock.unlock();
    }
  }
}
