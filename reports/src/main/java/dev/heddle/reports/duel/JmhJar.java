package dev.heddle.reports.duel;

import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JMH jar can measure, as its option {@code -lp} lists it. */
final class JmhJar {

  private static final Pattern PARAM = Pattern.compile("\\s+param \"(.+)\" = \\{(.*)}");
  private static final Pattern BENCHMARK = Pattern.compile("[\\w$]+(\\.[\\w$]+)+");
  private static final String EXPECTED = "an executable JMH jar (java -jar JAR -lp lists it)";

  private final JmhProcess process;

  JmhJar(JmhProcess process) {
    this.process = process;
  }

  /**
   * The cells of a jar: each benchmark in each combination of its parameters.
   *
   * @param includes regular expressions, any of which a benchmark's name must contain; all without
   * @param chosen values of parameters by name, in place of the jar's own
   * @throws UnreadableInputException if that is no JMH jar, or nothing is left
   */
  List<DuelCell> cells(Path jar, List<String> includes, Map<String, List<String>> chosen)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-lp"));
    arguments.addAll(includes);
    JmhProcess.Ended listed = process.run(jar, arguments);
    if (listed.code() != 0 || !listed.output().contains("Benchmarks:")) {
      throw new UnreadableInputException(
          jar, "lists no benchmarks: " + last(listed.output()), EXPECTED);
    }
    List<DuelCell> cells = new ArrayList<>();
    benchmarks(listed.output())
        .forEach((name, params) -> cells.addAll(combined(name, params, chosen)));
    if (cells.isEmpty()) {
      throw new UnreadableInputException(
          jar, "has no benchmark that is asked for", "one whose name contains one of " + includes);
    }
    return List.copyOf(cells);
  }

  static Map<String, Map<String, List<String>>> benchmarks(String listing) {
    Map<String, Map<String, List<String>>> found = new LinkedHashMap<>();
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (String line : listing.lines().toList()) {
      Matcher param = PARAM.matcher(line);
      if (param.matches()) {
        params.put(param.group(1), Arrays.asList(param.group(2).split(", ", -1)));
      } else if (BENCHMARK.matcher(line.strip()).matches()) {
        params = new LinkedHashMap<>();
        found.put(line.strip(), params);
      }
    }
    return found;
  }

  private static List<DuelCell> combined(
      String benchmark, Map<String, List<String>> params, Map<String, List<String>> chosen) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (Map.Entry<String, List<String>> param : params.entrySet()) {
      if (isLeftEmpty(param, chosen)) {
        continue;
      }
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> before : combinations) {
        for (String value : chosen.getOrDefault(param.getKey(), param.getValue())) {
          Map<String, String> one = new LinkedHashMap<>(before);
          one.put(param.getKey(), value);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return combinations.stream().map(values -> new DuelCell(benchmark, values)).toList();
  }

  /** A parameter whose only value is the empty text is left to the jar. */
  private static boolean isLeftEmpty(
      Map.Entry<String, List<String>> param, Map<String, List<String>> chosen) {
    return !chosen.containsKey(param.getKey()) && param.getValue().equals(List.of(""));
  }

  private static String last(String output) {
    return output.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("no output");
  }
}
