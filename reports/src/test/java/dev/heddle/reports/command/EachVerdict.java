package dev.heddle.reports.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Two hand-made result files with a cell of each verdict, and one cell on each side only. */
public record EachVerdict(Path base, Path candidate) {

  private static final String CELL =
      """
      { "benchmark": "org.example.B.%s", "mode": "avgt", "forks": 5,
        "params": { "model": "%s" }, "jdkVersion": "25.0.1", "vmName": "VM",
        "primaryMetric": { "score": %s, "scoreError": 0.5, "scoreUnit": "us/op",
          "rawData": [%s] } }
      """;

  /** Writes both as {@code base/results.json} and {@code candidate/results.json}. */
  public static EachVerdict in(Path folder) throws IOException {
    return in(folder, "VIRTUAL_THREADS");
  }

  /** The same with another name for the model. */
  public static EachVerdict in(Path folder, String model) throws IOException {
    List<String> base =
        List.of(
            cell("faster", model, 10, 10.1, 9.9, 10, 10.05),
            cell("slower", model, 10, 10.1, 9.9, 10, 10.05),
            cell("same", model, 10, 10.01, 9.99, 10, 10.005),
            cell("unclear", model, 8, 12, 9, 11, 10),
            cell("broken", model, 10, 10, 0, 10, 10),
            cell("old", model, 1, 1, 1, 1, 1));
    List<String> candidate =
        List.of(
            cell("faster", model, 5, 5.1, 4.9, 5, 5.05),
            cell("slower", model, 20, 20.1, 19.9, 20, 20.05),
            cell("same", model, 10.02, 10.01, 9.99, 10, 10.005),
            cell("unclear", model, 9, 13, 10, 8, 12),
            cell("broken", model, 10, 10, 10, 10, 10),
            cell("new", model, 1, 1, 1, 1, 1));
    return new EachVerdict(
        write(folder.resolve("base"), base), write(folder.resolve("candidate"), candidate));
  }

  /** A file beside one of the sides. */
  static void beside(Path side, String name, String content) throws IOException {
    Files.writeString(side.resolve(name), content);
  }

  private static Path write(Path folder, List<String> cells) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.json"), new ArrayList<>(cells).toString());
    return folder;
  }

  static String cell(String method, String model, double... forks) {
    return CELL.formatted(
        method,
        model,
        String.format(Locale.ROOT, "%s", forks[0]),
        DoubleStream.of(forks).mapToObj(fork -> "[" + fork + "]").collect(Collectors.joining(",")));
  }
}
