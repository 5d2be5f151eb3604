package dev.heddle.reports.compare;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Environment;
import dev.heddle.reports.read.Jvm;
import dev.heddle.reports.read.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fact in which two environments differ.
 *
 * @param fact its name
 * @param base its value on one side
 * @param candidate its value on the other
 * @param forbids whether it forbids a verdict
 */
public record EnvironmentDifference(String fact, String base, String candidate, boolean forbids) {

  private static final String UNKNOWN = "not known";

  /** Tables and facts that are of one moment, and tell nothing of the machine. */
  private static final List<String> MOMENTARY =
      List.of("load", "run", "resumed", "blocks", "side", "rounds", "seed", "started");

  private static final Pattern LOCAL_ADDRESS =
      Pattern.compile("http://(127\\.[0-9.]+|localhost|\\[::1\\]):\\d+");

  private static final String AVAILABLE = "memory › available";

  /** What differs between runs of one machine as well, and is worth a line only. */
  private static final List<String> TELLING_ONLY = List.of("heddle", "overview", "commit");

  /** Facts of the JDK other than its feature version and its virtual machine. */
  private static final List<String> BUILD_OF_JDK =
      List.of("jdk › version", "jdk › runtime version", "jdk › vendor", "jdk › vm version");

  /** All differences, those that forbid a verdict first. */
  public static List<EnvironmentDifference> between(Run base, Run candidate) {
    List<EnvironmentDifference> found = new ArrayList<>(ofJvms(base, candidate));
    if (base.environment().isPresent() && candidate.environment().isPresent()) {
      Map<String, String> left = facts(base.environment().get());
      Map<String, String> right = facts(candidate.environment().get());
      Set<String> names = new LinkedHashSet<>(left.keySet());
      names.addAll(right.keySet());
      for (String name : names) {
        add(
            found,
            name,
            left.getOrDefault(name, UNKNOWN),
            right.getOrDefault(name, UNKNOWN),
            forbids(name));
      }
    }
    found.sort((one, other) -> Boolean.compare(other.forbids(), one.forbids()));
    return List.copyOf(found);
  }

  /** Why no verdict is allowed, as a clause; empty if one is. */
  public static Optional<String> forbidding(List<EnvironmentDifference> differences) {
    String facts =
        differences.stream()
            .filter(EnvironmentDifference::forbids)
            .map(EnvironmentDifference::fact)
            .collect(Collectors.joining(", "));
    return facts.isEmpty() ? Optional.empty() : Optional.of("the environments differ in " + facts);
  }

  /** What JMH itself recorded, of whatever project. */
  private static List<EnvironmentDifference> ofJvms(Run base, Run candidate) {
    List<EnvironmentDifference> found = new ArrayList<>();
    add(
        found,
        "JDK",
        of(base, jvm -> feature(jvm.jdkVersion())),
        of(candidate, jvm -> feature(jvm.jdkVersion())),
        true);
    add(found, "JDK build", of(base, Jvm::jdkVersion), of(candidate, Jvm::jdkVersion), false);
    add(found, "virtual machine", of(base, Jvm::vmName), of(candidate, Jvm::vmName), true);
    add(
        found,
        "JVM arguments",
        of(base, EnvironmentDifference::options),
        of(candidate, EnvironmentDifference::options),
        true);
    add(
        found,
        "system properties",
        of(base, EnvironmentDifference::properties),
        of(candidate, EnvironmentDifference::properties),
        false);
    add(found, "JMH", of(base, Jvm::jmhVersion), of(candidate, Jvm::jmhVersion), false);
    return found;
  }

  private static void add(
      List<EnvironmentDifference> found,
      String fact,
      String base,
      String candidate,
      boolean forbids) {
    if (!base.equals(candidate)) {
      found.add(new EnvironmentDifference(fact, base, candidate, forbids));
    }
  }

  private static String of(Run run, Function<Jvm, String> fact) {
    return run.comparable().stream()
        .map(Cell::jvm)
        .map(fact)
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }

  /** 25 of {@code 25.0.3}, 8 of {@code 1.8.0_402}. */
  static String feature(String version) {
    return version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*$", "");
  }

  private static String options(Jvm jvm) {
    return jvm.arguments().stream()
        .filter(argument -> !argument.startsWith("-D"))
        .collect(Collectors.joining(" "));
  }

  /** But for those that a run gives its own forks: they name its files and its server. */
  private static String properties(Jvm jvm) {
    return jvm.arguments().stream()
        .filter(argument -> argument.startsWith("-D") && !argument.startsWith("-Dheddle."))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> facts(Environment environment) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Environment.Table table : environment.tables()) {
      for (Environment.Fact fact : table.facts()) {
        String name = table.title() + " › " + fact.name();
        boolean momentary =
            MOMENTARY.contains(table.title())
                || MOMENTARY.contains(fact.name())
                || name.contains(AVAILABLE);
        if (!momentary) {
          facts.put(name, lasting(name, fact.value()));
        }
      }
    }
    return facts;
  }

  /** What of a value is the machine's: not the port that a server happened to get. */
  private static String lasting(String name, String value) {
    return name.equals("jdk › version")
        ? feature(value)
        : LOCAL_ADDRESS.matcher(value).replaceAll("http://this-machine");
  }

  private static boolean forbids(String name) {
    boolean build = BUILD_OF_JDK.contains(name) && !name.equals("jdk › version");
    boolean jvmFacts = name.startsWith("forks › jvm arguments");
    return !build
        && !jvmFacts
        && TELLING_ONLY.stream()
            .noneMatch(table -> name.toLowerCase(Locale.ROOT).startsWith(table));
  }
}
