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
 * Question: What does it cost to start {@code fanOut} children and to wait for the first that ends
 * ({@code wait} with {@code FIRST_COMPLETED})?
 *
 * <p>Method: One operation starts all and ends with the outcome of the first, in µs. Over SLEEP and
 * FETCH the others take twice as long or more; on the models the end of the run cancels them and
 * waits for that, by hand they run on.
 *
 * <p>Caveat: So the tiers do not do the same: the idiom leaves work behind, which the next
 * operations compete with. Over FETCH a cancelled exchange costs its connection. A closed loop of
 * one caller hides queueing, and on few cores the stub shares them with the model. A bare jar
 * starts and warms a stub in every fork over FETCH, which takes seconds; {@code heddle run} has one
 * for all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar WaitFirstBenchmark -p work=SLEEP -p
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
public class WaitFirstBenchmark {

  /** One wait. */
  @Benchmark
  public List<?> waitFirst(Contestant contestant) throws Exception {
    return contestant.run();
  }
}
