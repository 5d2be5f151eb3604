package dev.heddle.benchmarks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Question: how steady is this machine, for work that never changes?
 *
 * <p>Method: {@code cpu} burns a fixed amount of CPU on one thread, {@code handOff} wakes another
 * thread, sleeps, and is woken by it. Neither has anything to do with Heddle: where their times
 * change from fork to fork, the machine did it.
 *
 * <p>Caveat: a ruler for readings of the same machine, not a figure to compare machines by.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar RulerBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(5)
public class RulerBenchmark {

  private static final long TOKENS = 10_000;

  /** Two threads of which one sleeps until the other wakes it. */
  @State(Scope.Benchmark)
  public static class Partners {

    private Optional<Thread> partner = Optional.empty();
    private volatile boolean partnersTurn;
    private volatile @Nullable Thread caller;

    /** Starts the other one. */
    @Setup(Level.Trial)
    public void start() {
      partner = Optional.of(Thread.ofPlatform().daemon().start(this::answer));
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void end() throws InterruptedException {
      partner.orElseThrow().interrupt();
      partner.orElseThrow().join();
    }

    private void handOver() {
      caller = Thread.currentThread();
      partnersTurn = true;
      LockSupport.unpark(partner.orElseThrow());
      while (partnersTurn) {
        LockSupport.park(this);
      }
    }

    private void answer() {
      while (!Thread.currentThread().isInterrupted()) {
        if (partnersTurn) {
          partnersTurn = false;
          LockSupport.unpark(caller);
        } else {
          LockSupport.park(this);
        }
      }
    }
  }

  /** A fixed amount of CPU. */
  @Benchmark
  public void cpu() {
    Blackhole.consumeCPU(TOKENS);
  }

  /** To another thread and back. */
  @Benchmark
  public void handOff(Partners partners) {
    partners.handOver();
  }
}
