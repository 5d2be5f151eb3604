package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkListTest {

  @Test
  void jmhFindsTheGatherBenchmark() {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

    assertThat(BenchmarkList.defaultList().find(silent, List.of("Gather"), List.of()))
        .extracting(BenchmarkListEntry::getUsername)
        .contains("dev.heddle.benchmarks.GatherBenchmark.gather");
  }
}
