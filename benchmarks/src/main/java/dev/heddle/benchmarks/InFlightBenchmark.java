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
 * Question: how many tasks can be in flight at once, and what does each hold?
 *
 * <p>Method: one operation is a gather of {@code fanOut} children that all sleep ten seconds, or
 * all fetch {@code /delay/1}. {@code wall} is the time until the last has ended. {@code memory}
 * opens the model anew, collects garbage before, and again when all are in flight, and with {@code
 * -prof dev.heddle.profile.InFlight} tells what lies between: bytes of heap and of RSS a task, with
 * its connection where it has one, and the OS threads. The heap is touched at the start, so that
 * RSS is what lies outside of it. That all exchanges were in flight is counted by the stub; that
 * all sleepers were is concluded from the times. A fork fails where a measured iteration was not
 * so.
 *
 * <p>Caveat: {@code memory} stops all threads to collect garbage, so its time is none to quote. The
 * heap is what is reachable: what a collector needs to keep up comes on top. Platform threads are
 * refused above what the machine allows, which is said. A fork takes 6 GB of memory.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar InFlightBenchmark -p
 * model=VIRTUAL_THREADS -p fanOut=1000000 -prof dev.heddle.profile.InFlight}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {
      ForkJvm.PREVIEW,
      ForkJvm.NATIVE_ACCESS,
      ForkJvm.UNSAFE,
      "-Xms6g",
      "-Xmx6g",
      "-XX:+AlwaysPreTouch"
    })
public class InFlightBenchmark {

  /** All at once, to the end of the last. */
  @Benchmark
  public List<?> wall(Crowd crowd) throws Exception {
    return crowd.run();
  }

  /** The same, and what they hold meanwhile. */
  @Benchmark
  public CrowdReading memory(Crowd crowd) throws Exception {
    return crowd.runAndLook();
  }
}
