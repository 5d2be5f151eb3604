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
 * Question: What does it cost to start {@code fanOut} tasks and to cancel them all, until the last
 * has ended?
 *
 * <p>Method: One operation starts tasks that would take a minute, requests the cancellation of
 * each, and waits for all, in µs. Over FETCH the stub may receive fewer requests than were sent,
 * never more.
 *
 * <p>Caveat: A task may be cancelled before its body began, as with asyncio. To cancel an exchange
 * is to close its connection: over FETCH each operation opens new ones. There is no idiom:
 * hand-written forms have no task to cancel. A closed loop of one caller hides queueing, and on few
 * cores the stub shares them with the model. A bare jar starts and warms a stub in every fork over
 * FETCH, which takes seconds; {@code heddle run} has one for all.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar CreateCancelBenchmark -p
 * tier=CONTRACT -p work=SLEEP -p fanOut=100}
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
public class CreateCancelBenchmark {

  /** One operation. */
  @Benchmark
  public List<?> createCancel(Contestant contestant) throws Exception {
    return contestant.run();
  }
}
