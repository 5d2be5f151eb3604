package dev.heddle.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Question: how small a slowdown does a comparison find on this machine?
 *
 * <p>Method: work that is made slower by a known {@code percent}, to be compared with the same at
 * 0. {@code cpu} burns CPU on one thread; {@code lock} burns it on two, inside one lock; {@code
 * virtualThreads} in a gather of 100 children; {@code network} after a gather of ten GETs, as much
 * as that share of a gather. {@code tail} burns about 1 ms an operation, and {@code percent} of a
 * thousand operations wait 10 ms more: evenly spaced, from a random place in each fork.
 *
 * <p>Caveat: {@code percent} is what the work grows by. Where an operation is more than its work,
 * as under a lock, its time grows by less; of {@code tail} the mean grows by as much as the share
 * times ten. Few operations of a short fork wait: one in 1,000 is not in each. {@code network} adds
 * a fixed amount of CPU, which is that percentage only where a gather takes as long as it did when
 * that was fixed, 195 µs. So take how much slower it is from many forks, not from {@code percent}.
 * The warm-up is short, so that many forks can be had; {@code virtualThreads} and {@code network}
 * become faster for seconds and have a longer one.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar SlowdownBenchmark.cpu -p
 * percent=0,10}; {@code network} starts a stub in each fork unless {@code java
 * -Dheddle.stub=http://127.0.0.1:PORT -jar ...} names one
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Warmup(iterations = 3, time = 150, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {
      ForkJvm.PREVIEW,
      ForkJvm.NATIVE_ACCESS,
      ForkJvm.UNSAFE,
      ForkJvm.HEAP_MIN,
      ForkJvm.HEAP_MAX
    })
public class SlowdownBenchmark {

  /** On one thread. */
  @Benchmark
  public void cpu(Slowdown slowdown) {
    Blackhole.consumeCPU(slowdown.cpuTokens());
  }

  /** Two threads that exclude each other. */
  @Benchmark
  @Threads(2)
  public void lock(SlowedLock slowed) {
    slowed.run();
  }

  /** A few operations that take far longer. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public void tail(SlowedTail slowed) throws InterruptedException {
    slowed.run();
  }

  /** One gather of children that compute. */
  @Benchmark
  @Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
  public List<?> virtualThreads(SlowedChildren slowed) throws Exception {
    return slowed.run();
  }

  /** One gather of fetches, then CPU. */
  @Benchmark
  @Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
  public List<?> network(SlowedFetches slowed) throws Exception {
    return slowed.run();
  }
}
