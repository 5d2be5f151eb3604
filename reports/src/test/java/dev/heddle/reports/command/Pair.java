package dev.heddle.reports.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Made-up runs in folders, and the command line over them. */
record Pair(Path folder, StringWriter out, StringWriter err) {

  /** Ten numbers of mean 0 and variance 1, as ten normal ones lie. */
  private static final double[] NORMAL = {
    -1.62, 0.39, 1.06, -0.13, -0.69, 1.62, 0.13, -1.06, 0.69, -0.39
  };

  Pair(Path folder) {
    this(folder, new StringWriter(), new StringWriter());
  }

  /** Ten forks around a value, spread by a share of it. */
  static double[] forks(double value, double spread) {
    return Arrays.stream(NORMAL).map(z -> value * Math.exp(spread * z)).toArray();
  }

  static String cell(String benchmark, double... forks) {
    String raw = text(forks, "[%s]");
    return """
    { "benchmark": "%s", "mode": "avgt", "threads": 1, "jdkVersion": "25.0.1",
      "primaryMetric": { "score": 1, "scoreError": "NaN", "scoreUnit": "us/op", "rawData": [%s] } }
    """
        .formatted(benchmark, raw);
  }

  private static String text(double[] forks, String form) {
    return DoubleStream.of(forks)
        .mapToObj(fork -> form.formatted(Double.isNaN(fork) ? "\"NaN\"" : fork))
        .collect(Collectors.joining(","));
  }

  Path run(String name, String... cells) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("results.json"), "[" + String.join(",", cells) + "]");
    return run;
  }

  Path run(String name, IntStream numbers, double spread) throws IOException {
    return run(
        name, numbers.mapToObj(i -> cell("a.B.c" + i, forks(10, spread))).toArray(String[]::new));
  }

  int execute(String... args) {
    CommandLine line = Reports.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  /** The gate between the runs {@code base} and {@code candidate}. */
  int gate(String... more) {
    Stream<String> fixed =
        List.of("base", "candidate").stream().map(run -> folder.resolve(run).toString());
    Stream<String> out = Stream.of("--out", folder.resolve("gate").toString());
    return execute(
        Stream.of(Stream.of("gate"), fixed, out, Arrays.stream(more))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }
}
