package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.load.LoadPattern;
import dev.heddle.load.LoadScenario;
import dev.heddle.load.Scenario;
import dev.heddle.profile.OpenLoop;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the plans of loads have in common, and how they read as a command. */
final class LoadPlans {

  /** Stands in a plan where other runs have the name of their matrix. */
  static final String NAME = "load";

  /** The benchmark of all their cells. */
  static final String BENCHMARK = OpenLoopBenchmark.class.getName() + ".load";

  /** What every load is profiled with. */
  static final String PROFILER = OpenLoop.class.getName();

  private LoadPlans() {}

  static boolean isLoad(RunPlan plan) {
    return plan.matrix().equals(NAME);
  }

  /** Whether a cell is one of a load and talks to the stub. */
  static boolean fetches(Cell cell) {
    return cell.benchmark().equals(BENCHMARK)
        && !LoadScenario.Work.NO_OP.equals(cell.params().get("latency"));
  }

  /**
   * What each arrival of a cell does.
   *
   * @throws IOException if it is in a file that cannot be read, or that has changed
   */
  static Scenario scenario(Cell cell) throws IOException {
    Map<String, String> params = cell.params();
    long seed = Long.parseLong(value(params, "seed"));
    Optional<ScenarioParam> file = ScenarioParam.of(params);
    return file.isPresent()
        ? file.get().open(seed)
        : new LoadScenario(
            LoadPattern.valueOf(value(params, "plan")),
            Integer.parseInt(value(params, "fanOut")),
            LoadScenario.Work.parse(value(params, "latency"), seed));
  }

  /** What each arrival of a cell does, for a person. */
  static String work(Cell cell) {
    return ScenarioParam.of(cell.params())
        .map(ScenarioParam::name)
        .orElseGet(
            () ->
                "%s x %s"
                    .formatted(
                        ConstantNames.readable(value(cell.params(), "plan")),
                        value(cell.params(), "fanOut")));
  }

  /** The command that runs the plan again, but for where the results go. */
  static String command(RunPlan plan) {
    List<Cell> models = plan.ofModels();
    Map<String, String> first = models.getFirst().params();
    StringBuilder command = new StringBuilder("scripts/heddle load");
    command.append(" --model ").append(names(models, "model"));
    command.append(" --transport ").append(names(models, "transport"));
    command.append(whatArrivalsDo(models));
    command.append(" --rates ").append(values(models, "rate"));
    command.append(" --arrivals ").append(ConstantNames.readable(value(first, "arrivals")));
    command.append(" --duration ").append(value(first, "seconds")).append('s');
    command.append(" --warm-up ").append(value(first, "warmUp")).append('s');
    command.append(" --pacing ").append(ConstantNames.readable(value(first, "pacing")));
    command.append(ReferenceChoice.options(plan.ofReference()));
    command.append(" --rounds ").append(plan.rounds());
    plan.jvmArgs()
        .forEach(arg -> command.append(" --jvm-arg=").append(ReproduceCommand.quoted(arg)));
    return command.append(" --seed ").append(plan.seed()).toString();
  }

  private static String whatArrivalsDo(List<Cell> models) {
    Map<String, String> first = models.getFirst().params();
    return ScenarioParam.of(first)
        .map(scenario -> " --scenario " + ReproduceCommand.quoted(scenario.location()))
        .orElseGet(
            () ->
                " --plan %s --fan-out %s --latency %s"
                    .formatted(
                        names(models, "plan"),
                        values(models, "fanOut"),
                        ReproduceCommand.quoted(value(first, "latency"))));
  }

  private static String names(List<Cell> cells, String param) {
    return joined(cells, cell -> ConstantNames.readable(value(cell.params(), param)));
  }

  private static String values(List<Cell> cells, String param) {
    return joined(cells, cell -> value(cell.params(), param));
  }

  private static String joined(List<Cell> cells, Function<Cell, String> value) {
    return cells.stream().map(value).distinct().collect(Collectors.joining(","));
  }

  private static String value(Map<String, String> params, String name) {
    return params.getOrDefault(name, "");
  }

  /** The profilers of a load: the one that adds its figures. */
  static List<String> profilers() {
    return List.of(PROFILER);
  }
}
