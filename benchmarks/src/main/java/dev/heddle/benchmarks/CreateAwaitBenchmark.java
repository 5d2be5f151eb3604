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
 * Question: What does it cost to have a task for each of {@code fanOut} children, and to await one
 * after the other ({@code create_task} and {@code await})?
 *
 * <p>Method: One operation starts all tasks, then awaits each in turn, in µs, from the call to the
 * last value. Each result's size is checked; over fetches the requests sent in each iteration are
 * held against those the stub received, and the iteration fails where they differ.
 *
 * <p>Caveat: A task can be held, named and cancelled by anybody, which a child of a gather cannot:
 * what that costs is the ratio to {@code GatherBenchmark}. There is no idiom of its own: by hand it
 * is a gather. A closed loop of one caller hides queueing, and on few cores the stub shares them
 * with the model. A bare jar starts and warms a stub in every fork over FETCH, which takes seconds;
 * {@code heddle run} has one for all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar CreateAwaitBenchmark -p
 * tier=CONTRACT -p work=NO_OP -p fanOut=100}
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
public class CreateAwaitBenchmark {

  /** One operation. */
  @Benchmark
  public List<?> createAwait(Contestant contestant) throws Exception {
    return contestant.run();
  }
}
