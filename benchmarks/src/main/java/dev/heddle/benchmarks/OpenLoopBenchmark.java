package dev.heddle.benchmarks;

import dev.heddle.load.LoadReport;
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
 * Question: what latency does a model give at a rate that does not wait for it?
 *
 * <p>Method: an open loop. Each arrival starts a plan at a time fixed beforehand and is timed from
 * that moment, whenever it did start. One invocation is one run of {@code seconds}, after a warm-up
 * of its own; JMH's forks are repetitions.
 *
 * <p>Caveat: the primary score is the time the run took and says nothing. Percentiles, rates and
 * the verdict are secondary results of {@code -prof dev.heddle.profile.OpenLoop}; the histograms
 * are in the {@code .hlog} that {@code -Dheddle.load.out=FOLDER} asks for. On few cores driver,
 * model and stub share them.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar OpenLoopBenchmark -p rate=500 -prof
 * dev.heddle.profile.OpenLoop}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {
      ForkJvm.PREVIEW,
      ForkJvm.NATIVE_ACCESS,
      ForkJvm.UNSAFE,
      ForkJvm.HEAP_MIN,
      ForkJvm.HEAP_MAX
    })
public class OpenLoopBenchmark {

  /** One run. */
  @Benchmark
  public LoadReport load(LoadedModel loaded) throws Exception {
    return loaded.run();
  }
}
