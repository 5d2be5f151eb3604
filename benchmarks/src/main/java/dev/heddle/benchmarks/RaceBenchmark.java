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
 * Question: What does it cost to have {@code fanOut} contenders of which the first value wins?
 *
 * <p>Method: One operation starts all, takes the first value, cancels the others and, on the
 * models, waits for their ends, in µs. Over SLEEP and FETCH the others take twice as long or more.
 *
 * <p>Caveat: By hand the caller does not wait for the losers. Over FETCH a loser costs its
 * connection: hedged requests do too. A closed loop of one caller hides queueing, and on few cores
 * the stub shares them with the model. A bare jar starts and warms a stub in every fork over FETCH,
 * which takes seconds; {@code heddle run} has one for all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar RaceBenchmark -p work=SLEEP -p
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
public class RaceBenchmark {

  /** One race. */
  @Benchmark
  public List<?> race(Contestant contestant) throws Exception {
    return contestant.run();
  }
}
