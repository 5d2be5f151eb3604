package dev.heddle.reports.html;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Mode;
import dev.heddle.reports.read.Schedule;
import dev.heddle.reports.stats.Arm;
import dev.heddle.reports.stats.Scenario;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The JMH command line that runs exactly the cells of a scenario, from the file's own fields. */
final class JmhCommand {

  private static final Pattern REGEX_SIGN = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");

  /** What Heddle's own {@code run} adds holds for that run only: the address of its stub. */
  private static final String OWN_PROPERTY = "-Dheddle.";

  private JmhCommand() {}

  static String of(Scenario scenario, String jar) {
    List<Cell> cells = scenario.arms().stream().map(Arm::cell).toList();
    Cell cell = cells.getFirst();
    ShellCommand command = new ShellCommand().add("java", "-jar", jar, regex(cells));
    params(cells).forEach((name, values) -> command.add("-p", name + "=" + commaList(values)));
    schedule(command, cell);
    String unit = cell.primary().unit().replaceFirst("^ops/|/op$", "");
    command.add("-bm", cell.mode().label(), "-tu", unit);
    command.add("-t", Integer.toString(scenario.threads()));
    String arguments = jvmArguments(cell.jvm().arguments());
    if (!arguments.isEmpty()) {
      command.add("-jvmArgs", arguments);
    }
    return command.toString();
  }

  private static String regex(List<Cell> cells) {
    Set<String> names =
        cells.stream().map(cell -> escaped(cell.benchmark())).collect(distinctInOrder());
    String any = String.join("|", names);
    return names.size() == 1 ? "^" + any + "$" : "^(" + any + ")$";
  }

  private static String escaped(String name) {
    return REGEX_SIGN
        .matcher(name)
        .replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
  }

  private static Map<String, Set<String>> params(List<Cell> cells) {
    Map<String, Set<String>> params = new LinkedHashMap<>();
    cells.forEach(
        cell ->
            cell.params()
                .forEach(
                    (name, value) ->
                        params.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value)));
    return params;
  }

  private static void schedule(ShellCommand command, Cell cell) {
    Schedule schedule = cell.schedule();
    command.add("-f", Integer.toString(schedule.forks()));
    phase(command, "-wi", "-w", "-wbs", schedule.warmup(), cell.mode());
    phase(command, "-i", "-r", "-bs", schedule.measurement(), cell.mode());
  }

  private static void phase(
      ShellCommand command,
      String count,
      String time,
      String batch,
      Schedule.Phase phase,
      Mode mode) {
    if (phase.iterations() > 0 || count.equals("-wi")) {
      command.add(count, Integer.toString(phase.iterations()));
    }
    if (phase.iterations() > 0 && mode != Mode.SINGLE_SHOT && !phase.time().isEmpty()) {
      command.add(time, phase.time().replace(" ", ""));
    }
    if (phase.batchSize() > 1) {
      command.add(batch, Integer.toString(phase.batchSize()));
    }
  }

  private static String jvmArguments(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> !argument.startsWith(OWN_PROPERTY))
        .map(argument -> argument.contains(" ") ? '"' + argument + '"' : argument)
        .collect(Collectors.joining(" "));
  }

  private static String commaList(Set<String> values) {
    return String.join(",", values);
  }

  private static <T> java.util.stream.Collector<T, ?, Set<T>> distinctInOrder() {
    return Collectors.toCollection(LinkedHashSet::new);
  }
}
