package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.HandOff;
import java.util.concurrent.TimeUnit;
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

    private HandOff handOff;

    /** Starts the other one. */
    @Setup(Level.Trial)
    public void start() {
      handOff = HandOff.start();
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void end() {
      handOff.close();
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
    partners.handOff.handOver();
  }
}
