package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs each fork with JMH's own runner, on the class path of this JVM. */
public final class JmhForkRunner implements ForkRunner {

  private final Timing timing;
  private final List<String> jvmArgs;
  private final List<String> profilers;
  private final Function<Fork, List<String>> properties;
  private final ForkWatch watch = new ForkWatch();

  /**
   * A runner of forks.
   *
   * @param timing how long each fork takes
   * @param jvmArgs arguments of the forks' JVMs beside those that the benchmarks ask for
   * @param profilers JMH profilers by name or class
   * @param properties further arguments that hand something to a fork, such as {@code -Dname=value}
   */
  public JmhForkRunner(
      Timing timing,
      List<String> jvmArgs,
      List<String> profilers,
      Function<Fork, List<String>> properties) {
    this.timing = timing;
    this.jvmArgs = List.copyOf(jvmArgs);
    this.profilers = List.copyOf(profilers);
    this.properties = properties;
  }

  @Override
  public ForkOutcome run(Fork fork) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);
        ForkWatch.Watched watched = watch.begin(timing.limit())) {
      OutputFormat format = OutputFormatFactory.createFormatInstance(print, VerboseMode.NORMAL);
      Collection<RunResult> results = new Runner(options(fork), format).run();
      return watched
          .killed()
          .<ForkOutcome>map(reason -> failed(reason, output))
          .orElseGet(() -> outcome(fork.cell(), results, output));
    } catch (RunnerException e) {
      return failed(watch.reason().orElseGet(() -> "JMH: " + e.getMessage()), output);
    }
  }

  @Override
  public void stop() {
    watch.stop();
  }

  private Options options(Fork fork) {
    Cell cell = fork.cell();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(cell.benchmark()) + "$")
            .forks(1)
            .warmupForks(0)
            .warmupIterations(timing.warmupIterations())
            .warmupTime(TimeValue.milliseconds(timing.warmupMillis()))
            .measurementIterations(timing.iterations())
            .measurementTime(TimeValue.milliseconds(timing.millis()))
            .shouldFailOnError(true)
            // Set even when empty: without it a fork inherits this JVM's arguments. What benchmarks
            // ask for is appended by their annotations, so appending here would take it away.
            .jvmArgs(jvmArgs.toArray(String[]::new))
            .jvmArgsPrepend(properties.apply(fork).toArray(String[]::new));
    cell.params().forEach(options::param);
    profilers.forEach(options::addProfiler);
    return options.build();
  }

  private static ForkOutcome outcome(
      Cell cell, Collection<RunResult> results, ByteArrayOutputStream output) {
    if (results.size() != 1) {
      return failed("JMH gave %d results where 1 was due".formatted(results.size()), output);
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (PrintStream print = new PrintStream(json, true, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, print).writeOut(results);
    }
    try {
      ObjectNode entry = (ObjectNode) RunFolder.JSON.readTree(json.toByteArray()).get(0);
      if (entry.path("params") instanceof ObjectNode params) {
        // JMH tells the defaults of those that the cell leaves out, which mean nothing to it.
        params.retain(cell.params().keySet());
      }
      return new ForkOutcome.Measured(entry);
    } catch (IOException e) {
      return failed("JMH's result is not JSON: " + e.getMessage(), output);
    }
  }

  private static ForkOutcome.Failed failed(String reason, ByteArrayOutputStream output) {
    return new ForkOutcome.Failed(reason, OutputTail.of(output.toString(StandardCharsets.UTF_8)));
  }
}
