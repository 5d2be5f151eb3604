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
 * Question: what does it cost to run {@code fanOut} children at once and to have all their results,
 * in order?
 *
 * <p>Method: one operation is one gather from the call to its result, in µs; the fan-out happens
 * inside the operation, on one JMH thread. Each result's size is checked; over FETCH the requests
 * sent in each iteration are held against those the stub received, and the iteration fails where
 * they differ.
 *
 * <p>Caveat: a closed loop of one caller hides queueing, and on few cores the stub shares them with
 * the model. SLEEP cannot be faster than {@link dev.heddle.benchmarks.pattern.Work#SLEEP_TIME}. A
 * bare jar starts and warms a stub in every fork over FETCH, which takes seconds; {@code heddle
 * run} has one for all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar GatherBenchmark -p work=NO_OP -p
 * fanOut=100}
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
public class GatherBenchmark {

  /** One gather. */
  @Benchmark
  public List<?> gather(Contestant contestant) throws Exception {
    return contestant.run();
  }
}
