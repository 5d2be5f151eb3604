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
 * Question: How soon is the caller told that one of {@code fanOut} children failed, how soon have
 * the others stopped, and is work left behind?
 *
 * <p>Method: One operation is a group whose children fetch {@code /delay/0.1}; the middle one
 * fetches {@code /delay/0.01} and fails when that is answered. The score is the time from the call
 * until the caller is told, and nothing is open any more, in µs. {@code -prof
 * dev.heddle.profile.Failures}, which {@code heddle run} adds by itself, tells the time from the
 * failure to the caller ({@code told}) and to the last end ({@code stopped}), as percentiles over
 * all operations, and the exchanges that were open when the caller went on ({@code orphans}).
 *
 * <p>Caveat: The end of an exchange is seen up to 0.1 ms late. Each operation closes the
 * connections of all other children, and opens new ones. On few cores the stub shares them with the
 * model.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar GroupFailureBenchmark -p work=FETCH
 * -p fanOut=100 -prof dev.heddle.profile.Failures}
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
public class GroupFailureBenchmark {

  /** One group that fails. */
  @Benchmark
  public void groupFailure(FailingContestant contestant) {
    contestant.run();
  }
}
