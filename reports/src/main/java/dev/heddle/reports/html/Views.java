package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.read.Capabilities;
import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Environment;
import dev.heddle.reports.read.Environment.Fact;
import dev.heddle.reports.read.Jvm;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Reference;
import dev.heddle.reports.stats.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns runs into what the page shows; one instance makes one page. */
final class Views {

  /** A page of more scenarios leaves out the charts whose numbers follow from others'. */
  private static final int MANY_SCENARIOS = 100;

  private static final String OWN_JAR = "benchmarks/target/benchmarks.jar";
  private static final String ANY_JAR = "benchmarks.jar";

  private final ArmStyles styles = new ArmStyles();
  private final Map<Capabilities, String> capabilities = new HashMap<>();
  private int runs;
  private int scenarios;
  private int loads;

  RunView of(Run run) {
    runs++;
    String command = run.environment().flatMap(Environment::command).orElse("");
    List<Comparison> comparisons = Comparison.of(run);
    List<Scenario> all = comparisons.stream().map(Comparison::scenario).toList();
    boolean many = all.size() > MANY_SCENARIOS;
    List<ScenarioView> views =
        comparisons.stream().map(comparison -> scenario(comparison, all, run, many)).toList();
    List<LoadView> ofLoads = LoadContext.of(run).stream().map(load -> load(load, run)).toList();
    Optional<CapabilityView> given = capabilities(run);
    return new RunView(
        run.source().toString(),
        Facts.of(run, views.size()),
        Headline.of(comparisons),
        views,
        ofLoads,
        new Scalings(styles).of(run, "r" + runs, command),
        Prices.chart(run.comparable(), run.hasRounds(), "r" + runs + "g", styles)
            .map(chart -> new FigureView(chart, Optional.empty(), command)),
        Prices.of(run.comparable(), run.hasRounds(), styles),
        command,
        environment(run),
        given,
        run.capabilities().map(capabilities::get).orElse(""),
        AsyncioViews.of(comparisons, "r" + runs + "a", styles),
        comparisons.stream().anyMatch(comparison -> !comparison.references().isEmpty()),
        Stream.of(
                run.problems().stream(),
                LoadContext.problems(run, ofLoads.size()).stream(),
                alone(run, comparisons),
                leftOut(many, all.size()))
            .flatMap(Function.identity())
            .toList());
  }

  private static Stream<String> leftOut(boolean many, int scenarios) {
    return many
        ? Stream.of(
            "the charts that follow from others (throughput from time): of %,d scenarios they would be too many"
                .formatted(scenarios))
        : Stream.of();
  }

  /** A reference that no contestant stands beside would be missed without a word. */
  private static Stream<String> alone(Run run, List<Comparison> comparisons) {
    long shown =
        comparisons.stream()
            .flatMap(comparison -> comparison.references().stream())
            .map(Reference::cell)
            .distinct()
            .count();
    long all = run.comparableReference().stream().distinct().count();
    return shown == all
        ? Stream.of()
        : Stream.of(
            "%d of the %d results of reference.json: no cell of this run does the same"
                .formatted(all - shown, all));
  }

  /** Runs of one build have the same to say; it is said once. */
  private Optional<CapabilityView> capabilities(Run run) {
    return run.capabilities()
        .filter(known -> !capabilities.containsKey(known))
        .map(
            known -> {
              String id = "c" + (capabilities.size() + 1);
              capabilities.put(known, id);
              return CapabilityViews.of(known, id, styles);
            });
  }

  private ScenarioView scenario(Comparison comparison, List<Scenario> all, Run run, boolean many) {
    Scenario scenario = comparison.scenario();
    String id = "s" + ++scenarios;
    return new ScenarioView(
        id,
        scenario.title(),
        distinguishing(scenario, all),
        params(scenario),
        Answer.of(comparison, CeilingBound.of(run.calibration())),
        figures(comparison, id, JmhCommand.of(scenario, run.hasRounds() ? OWN_JAR : ANY_JAR), many),
        new Tables(comparison, styles).all(),
        notes(scenario));
  }

  private List<FigureView> figures(Comparison comparison, String id, String command, boolean many) {
    Charts charts = new Charts(comparison, id, styles);
    Tables tables = new Tables(comparison, styles);
    Optional<Chart> derived = many ? Optional.empty() : charts.derived();
    Stream<FigureView> ofScore =
        Stream.of(
                Optional.of(new FigureView(charts.measured(), Optional.empty(), command)),
                charts.latencies().map(chart -> new FigureView(chart, tables.latencies(), command)),
                derived.map(chart -> new FigureView(chart, tables.derived(), command)))
            .flatMap(Optional::stream);
    Stream<FigureView> beside =
        new MetricFigures(comparison, id, styles)
            .all().stream().map(chart -> new FigureView(chart, Optional.empty(), command));
    return Stream.concat(ofScore, beside).toList();
  }

  private LoadView load(LoadContext load, Run run) {
    String command = run.environment().flatMap(Environment::command).orElse("");
    return LoadViews.of(load, "l" + ++loads, command, run.environment(), styles);
  }

  /** The parameters that tell a scenario from the others of its benchmark. */
  private static String distinguishing(Scenario scenario, List<Scenario> all) {
    List<List<Fact>> siblings =
        all.stream()
            .filter(other -> other.title().equals(scenario.title()))
            .map(Views::params)
            .toList();
    return params(scenario).stream()
        .filter(fact -> siblings.stream().anyMatch(sibling -> !sibling.contains(fact)))
        .map(fact -> fact.name() + " " + fact.value())
        .collect(Collectors.joining(", "));
  }

  private static List<Fact> params(Scenario scenario) {
    List<Fact> facts = new ArrayList<>();
    scenario.params().forEach((name, value) -> facts.add(new Fact(name, Names.display(value))));
    facts.add(new Fact("mode", scenario.mode().words()));
    facts.add(new Fact("threads", Integer.toString(scenario.threads())));
    return facts;
  }

  private static List<String> notes(Scenario scenario) {
    Set<String> keys = new HashSet<>();
    boolean duplicates = scenario.arms().stream().anyMatch(arm -> !keys.add(arm.key()));
    return duplicates
        ? List.of("The file holds the same cell more than once; all are shown, numbered.")
        : List.of();
  }

  private static List<Environment.Table> environment(Run run) {
    List<Environment.Table> tables = new ArrayList<>();
    run.environment().map(Environment::tables).ifPresent(tables::addAll);
    if (LoadContext.of(run).stream().anyMatch(load -> !load.references().isEmpty())) {
      tables.removeIf(table -> table.title().equals(CommonGround.TITLE)); // It stands at the load.
    }
    run.calibration().map(Calibration::facts).ifPresent(tables::add);
    run.evidence().ifPresent(tables::add);
    if (!run.reference().isEmpty()) {
      tables.add(new Environment.Table("Reference, not ranked", reference(run.reference())));
    }
    if (!run.cells().isEmpty()) {
      tables.add(new Environment.Table("JVM of the forks, from the result file", jvm(run.cells())));
    }
    return tables;
  }

  private static List<Fact> reference(List<Cell> cells) {
    return Stream.of(
            new Fact("runtime", Facts.distinct(cells, cell -> vm(cell.jvm()))),
            new Fact("client", Facts.distinct(cells, c -> c.params().getOrDefault("client", ""))),
            new Fact("event loop", Facts.distinct(cells, c -> c.params().getOrDefault("loop", ""))))
        .filter(fact -> !fact.value().isBlank())
        .toList();
  }

  private static List<Fact> jvm(List<Cell> cells) {
    return Stream.of(
            new Fact("JDK", Facts.distinct(cells, cell -> cell.jvm().jdkVersion())),
            new Fact("VM", Facts.distinct(cells, cell -> vm(cell.jvm()))),
            new Fact(
                "arguments", Facts.distinct(cells, c -> String.join(" ", c.jvm().arguments()))),
            new Fact("JMH", Facts.distinct(cells, cell -> cell.jvm().jmhVersion())))
        .filter(fact -> !fact.value().isBlank())
        .toList();
  }

  private static String vm(Jvm jvm) {
    return (jvm.vmName() + " " + jvm.vmVersion()).strip();
  }
}
