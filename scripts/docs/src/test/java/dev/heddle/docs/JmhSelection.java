package dev.heddle.docs;

import java.util.Optional;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Whether a JMH command line selects any of the benchmarks there are. */
final class JmhSelection {

  private JmhSelection() {}

  static Optional<String> problem(CommandLineOptions options) {
    boolean selectsAny =
        !BenchmarkList.defaultList()
            .find(
                OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT),
                options.getIncludes(),
                options.getExcludes())
            .isEmpty();
    return selectsAny
        ? Optional.empty()
        : Optional.of("no benchmark matches %s".formatted(options.getIncludes()));
  }
}
