package dev.heddle.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Profilers in real iterations of benchmarks whose cost is known. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ProfilersTest {

  private static final double SHARE = 0.05;

  @Test
  void theCpuOfAFixedWorkIsReportedWithinFivePercent() throws Exception {
    assertThat(profiled("burn", Cpu.class).get("cpu"))
        .isCloseTo(FixedWork.BURNT_MICROS, within(SHARE * FixedWork.BURNT_MICROS));
  }

  @Test
  void theBytesOfAFixedWorkAreReportedWithinFivePercent() throws Exception {
    assertThat(profiled("allocate", GCProfiler.class).get("gc.alloc.rate.norm"))
        .isCloseTo(FixedWork.ALLOCATED, within(SHARE * FixedWork.ALLOCATED));
  }

  @Test
  void everyProfilerGivesWhatItNames() throws Exception {
    assertThat(
            profiled(
                "allocate",
                Cpu.class,
                ContextSwitches.class,
                Rss.class,
                OsThreads.class,
                GcTime.class))
        .containsOnlyKeys(
            "cpu",
            "switches.voluntary",
            "switches.involuntary",
            "rss.mean",
            "rss.peak",
            "threads.mean",
            "threads.peak",
            "gc.per.operation")
        .hasEntrySatisfying("threads.peak", threads -> assertThat(threads).isGreaterThan(3))
        .hasEntrySatisfying("rss.peak", rss -> assertThat(rss).isGreaterThan(10))
        .allSatisfy((name, value) -> assertThat(value).as(name).isNotNegative());
  }

  @Test
  void aCounterCountsFromTheBeginningOfAnIterationToItsEnd() throws ProfilerException {
    long[] told = {5, 100, 130, 200, 207};
    int[] next = {0};
    Growth growth = Growth.of(() -> told[next[0]++], "never");

    growth.begin();
    assertThat(growth.end()).isEqualTo(30);
    growth.begin();
    assertThat(growth.end()).isEqualTo(7);
  }

  /** By hand: 12 µs through 4 operations are 3 µs each. */
  @Test
  void anAmountIsSharedByTheOperationsAndByNoneWhereThereAreNone() {
    assertThat(Figures.perOperation("x", 12, "us/op", 4))
        .singleElement()
        .satisfies(result -> assertThat(result.getScore()).isEqualTo(3));
    assertThat(Figures.perOperation("x", 12, "us/op", 0)).isEmpty();
  }

  @Test
  void samplesHoldAtLeastTheLastOne() throws ProfilerException {
    Sampled sampled = Sampled.of(() -> 7, "never");

    sampled.begin();
    assertThat(sampled.end())
        .satisfies(
            seen -> {
              assertThat(seen.getCount()).isPositive();
              assertThat(seen.getMax()).isEqualTo(7);
              assertThat(seen.getAverage()).isEqualTo(7);
            });
  }

  @Test
  void whatThePlatformDoesNotTellIsSaidAtOnce() {
    Counter none = () -> Counter.UNKNOWN;

    assertThatThrownBy(() -> new ContextSwitches(none, none))
        .isInstanceOf(ProfilerException.class)
        .hasMessageContaining("not available here");
    assertThatThrownBy(() -> new Rss(none)).hasMessageContaining("RSS is not available here");
    assertThatThrownBy(() -> new OsThreads(none)).hasMessageContaining("not available here");
    assertThatThrownBy(() -> new Cpu(none)).hasMessageContaining("does not tell");
    assertThatThrownBy(() -> new GcTime(none)).hasMessageContaining("No collector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NoSuchLine", "Name", ""})
  void aLineThatIsNotThereOrNoNumberIsUnknown(String name) {
    assertThat(ProcFile.STATUS.number(name)).isEqualTo(Counter.UNKNOWN);
  }

  @SafeVarargs
  private static Map<String, Double> profiled(
      String benchmark, Class<? extends Profiler>... profilers) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + FixedWork.class.getName() + "." + benchmark + "$")
            .forks(0)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(500))
            .verbosity(VerboseMode.SILENT);
    for (Class<? extends Profiler> profiler : profilers) {
      options.addProfiler(profiler);
    }
    RunResult run = new Runner(options.build()).runSingle();
    Map<String, Double> figures = new LinkedHashMap<>();
    run.getSecondaryResults()
        .forEach(
            (name, result) -> figures.put(name.replaceFirst("^[^a-z]*", ""), result.getScore()));
    return figures;
  }
}
