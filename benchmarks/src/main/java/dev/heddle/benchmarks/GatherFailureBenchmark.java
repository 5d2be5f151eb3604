package dev.heddle.benchmarks;

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
 * Question: How soon is the caller of a gather told that one of {@code fanOut} children failed, and
 * what do the others cost that nobody waits for?
 *
 * <p>Method: One operation is a gather whose children fetch {@code /delay/0.1}; the middle one
 * fetches {@code /delay/0.01} and fails when that is answered. The others run on, as with asyncio.
 * The score is the time from the call until nothing is open any more, in µs. {@code -prof
 * dev.heddle.profile.Failures}, which {@code heddle run} adds by itself, tells the time from the
 * failure to the caller ({@code told}) and to the last end ({@code stopped}), as percentiles over
 * all operations, and the exchanges that were open when the caller went on ({@code orphans}), with
 * the time they went on ({@code wasted}).
 *
 * <p>Caveat: That the others run on is the contract of a gather, not a fault; who does not want it
 * uses a group. On few cores the stub shares them with the model.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar GatherFailureBenchmark -p
 * work=FETCH -p fanOut=100 -prof dev.heddle.profile.Failures}
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
public class GatherFailureBenchmark {

  /** One gather that fails. */
  @Benchmark
  public void gatherFailure(FailingContestant contestant) {
    contestant.run();
  }
}
