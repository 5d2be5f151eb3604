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
 * Question: What does it cost to gather groups, as code that calls code does?
 *
 * <p>Method: One operation is a gather of groups of {@value MeasuredPattern#GROUP_SIZE} children,
 * {@code fanOut} children in all, in µs. Each result's size is checked; over fetches the requests
 * sent in each iteration are held against those the stub received, and the iteration fails where
 * they differ.
 *
 * <p>Caveat: The ratio to {@code GatherBenchmark} at the same fan-out is what the second level
 * costs. There is no idiom: hand-written forms take jobs, not one another. A closed loop of one
 * caller hides queueing, and on few cores the stub shares them with the model. A bare jar starts
 * and warms a stub in every fork over FETCH, which takes seconds; {@code heddle run} has one for
 * all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar NestedBenchmark -p tier=CONTRACT -p
 * work=NO_OP -p fanOut=100}
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
public class NestedBenchmark {

  /** One gather of groups. */
  @Benchmark
  public List<?> nested(Contestant contestant) throws Exception {
    return contestant.run();
  }
}
