package dev.heddle.reports.compare;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Environment;
import dev.heddle.reports.read.Jvm;
import dev.heddle.reports.read.Run;
import java.util.ArrayList;
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
    if (base.environment().isEmpty() || candidate.environment().isEmpty()) {
      found.add(new EnvironmentDifference("machine", machine(base), machine(candidate), false));
    } else {
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

  /** Where a side says nothing of its machine, nothing says that the machines are equal. */
  private static String machine(Run run) {
    return run.environment().isPresent() ? "known" : "not known: no environment.json";
  }

  /**
   * Why no verdict on any cell is allowed, as a clause; empty if one is. What differs in some cells
   * only says nothing of the others, and is left to {@link JvmOptions}.
   */
  static Optional<String> forbiddingAll(List<EnvironmentDifference> differences) {
    return forbidding(
        differences.stream().filter(each -> !each.fact().equals(JvmOptions.FACT)).toList());
  }

  /** Why a verdict is not allowed, as a clause; empty if it is. */
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
    JvmOptions.of(base, candidate).difference().ifPresent(found::add);
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

  /** But for those that a run gives its own forks: they name its files and its server. */
  private static String properties(Jvm jvm) {
    return jvm.arguments().stream()
        .filter(argument -> argument.startsWith("-D") && !argument.startsWith("-Dheddle."))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> facts(Environment environment) {
    Map<String, String> facts = environment.facts(EnvironmentDifference::lasts);
    facts.replaceAll(EnvironmentDifference::lasting);
    return facts;
  }

  private static boolean lasts(Environment.Table table, Environment.Fact fact) {
    return !MOMENTARY.contains(table.title())
        && !MOMENTARY.contains(fact.name())
        && !(table.title() + " › " + fact.name()).contains(AVAILABLE);
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
