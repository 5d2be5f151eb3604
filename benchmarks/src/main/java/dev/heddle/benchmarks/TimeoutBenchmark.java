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

/**
 * Question: What does it cost to put a limit on each of {@code fanOut} calls that keep it ({@code
 * wait_for})?
 *
 * <p>Method: One operation runs one child after the other, each under a limit of 30 s that is armed
 * and taken back, in µs for all. Each result's size is checked; over fetches the requests sent in
 * each iteration are held against those the stub received, and the iteration fails where they
 * differ.
 *
 * <p>Caveat: What a limit that passes costs is not measured here. Nothing runs at once, so over
 * SLEEP an operation takes {@code fanOut} times {@link
 * dev.heddle.benchmarks.pattern.Work#SLEEP_TIME} at least. A closed loop of one caller hides
 * queueing, and on few cores the stub shares them with the model. A bare jar starts and warms a
 * stub in every fork over FETCH, which takes seconds; {@code heddle run} has one for all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar TimeoutBenchmark -p work=NO_OP -p
 * fanOut=10}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {
      ForkJvm.PREVIEW,
      ForkJvm.NATIVE_ACCESS,
      ForkJvm.UNSAFE,
      ForkJvm.HEAP_MIN,
      ForkJvm.HEAP_MAX
    })
public class TimeoutBenchmark {

  /** One child after the other. */
  @Benchmark
  public List<?> timeout(Contestant contestant) throws Exception {
    return contestant.run();
  }
}
