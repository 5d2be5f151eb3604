package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkListTest {

  @ParameterizedTest
  @EnumSource
  void jmhFindsTheBenchmarkOfEveryPattern(MeasuredPattern pattern) {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

    assertThat(BenchmarkList.defaultList().find(silent, List.of(pattern.benchmark()), List.of()))
        .extracting(BenchmarkListEntry::getUsername)
        .containsExactly(pattern.benchmark());
    assertThat(MeasuredPattern.ofBenchmark(pattern.benchmark())).isEqualTo(pattern);
  }
}
