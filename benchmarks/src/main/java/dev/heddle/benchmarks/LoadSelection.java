package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.Timing;
import dev.heddle.load.ArrivalKind;
import dev.heddle.load.LoadPattern;
import dev.heddle.load.LoadScenario;
import dev.heddle.load.Pacing;
import dev.heddle.load.scenario.ArrivalSection;
import dev.heddle.load.scenario.ScenarioFile;
import dev.heddle.load.scenario.ScenarioSource;
import dev.heddle.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which loads are offered to which models. */
final class LoadSelection {

  private static final int DRAIN_SECONDS = 20;

  @Option(names = "--model", split = ",", paramLabel = "MODEL", description = "Only these models.")
  private List<Model> models = new ArrayList<>();

  @Option(
      names = "--transport",
      split = ",",
      paramLabel = "TRANSPORT",
      description = "What carries fetches: default, socket, apache, netty, jdk.")
  private List<TransportChoice> transports = List.of(TransportChoice.DEFAULT);

  @Option(
      names = "--plan",
      split = ",",
      paramLabel = "PLAN",
      description =
          "What an arrival does with its children: gather (the default), outcomes, group,"
              + " as-completed, race.")
  private List<LoadPattern> plans = List.of(LoadPattern.GATHER);

  @Option(
      names = "--fan-out",
      split = ",",
      paramLabel = "N",
      description = "How many children an arrival has; default 10.",
      converter = FanOut.class)
  private List<Integer> fanOuts = List.of(10);

  @Option(
      names = "--latency",
      paramLabel = "DISTRIBUTION",
      description =
          "What a child waits for: a distribution of the stub's such as lognormal:p50=5ms,p99=40ms"
              + " (the default), get for GET /get, or no-op.")
  private String latency = "lognormal:p50=5ms,p99=40ms";

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "A scenario file, or a shipped one by its name, in place of plan, fan-out and latency;"
              + " it may also say rate, arrivals, duration and warm-up.")
  private @Nullable String scenario;

  @Option(
      names = {"--rate", "--rates"},
      paramLabel = "R",
      description =
          "Arrivals per second: 200, or 100,200,400, or 100..3200x2; needed unless a scenario says"
              + " it.",
      converter = Rates.Converter.class)
  private Rates rates = new Rates(List.of());

  @Option(
      names = "--arrivals",
      paramLabel = "KIND",
      description = "poisson (the default) or constant.")
  private ArrivalKind arrivals = ArrivalKind.POISSON;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "For how long each run counts; default 10s.",
      converter = Seconds.Converter.class)
  private Seconds duration = new Seconds(10);

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      description = "For how long plans are started before; default 10s.",
      converter = Seconds.Converter.class)
  private Seconds warmUp = new Seconds(10);

  @Option(
      names = "--pacing",
      paramLabel = "HOW",
      description =
          "How the driver waits for the next arrival: park, short-spin (the default) or spin.")
  private Pacing pacing = Pacing.SHORT_SPIN;

  @Option(names = "--spin", description = "The same as --pacing spin; takes a core.")
  private boolean spin;

  @Option(names = "--rounds", paramLabel = "N", description = "Forks a cell; default 3.")
  private int rounds = 3;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Decides arrivals, delays and the order of forks; chosen and recorded otherwise.")
  private @Nullable Long seed;

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "One more argument for the forks' JVMs; may be given several times.")
  private List<String> jvmArgs = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Optional<ScenarioParam> scenarioParam = Optional.empty();

  /** The plan that they make. */
  RunPlan plan() throws IOException {
    settle();
    long chosen = chosenSeed();
    LoadScenario.Work _ = LoadScenario.Work.parse(latency, chosen);
    if (duration.amount() <= 0) {
      throw new IllegalArgumentException("duration is 0 s; allowed: longer than that");
    }
    return RunPlans.ofLoad(cells(chosen), rounds, chosen, timing(1), jvmArgs);
  }

  /**
   * Takes from the scenario what is not given beside it; to be called before anything else is asked
   * for, any number of times.
   *
   * @throws IllegalArgumentException if the scenario is wrong, or nobody says the rate
   */
  void settle() throws IOException {
    readScenario();
    if (rates.perSecond().isEmpty()) {
      throw new IllegalArgumentException(
          "Missing required option: '--rate=R', or a --scenario that says it");
    }
  }

  private void readScenario() throws IOException {
    if (scenario == null) {
      return;
    }
    for (String option : List.of("--plan", "--fan-out", "--latency")) {
      if (isGiven(option)) {
        throw new IllegalArgumentException(
            "%s does not go with --scenario: the file says what an arrival does".formatted(option));
      }
    }
    ScenarioSource source = ScenarioSource.find(scenario);
    ScenarioFile file = source.read();
    LatencyCheck.check(file);
    scenarioParam = Optional.of(ScenarioParam.of(source));
    takeArrival(file.arrival());
  }

  private void takeArrival(ArrivalSection arrival) {
    if (!isGiven("--rate")) {
      rates = new Rates(arrival.perSecond().stream().distinct().toList());
    }
    if (!isGiven("--arrivals")) {
      arrivals = arrival.pattern().orElse(arrivals);
    }
    if (!isGiven("--duration")) {
      duration = arrival.duration().map(Seconds::of).orElse(duration);
    }
    if (!isGiven("--warm-up")) {
      warmUp = arrival.warmUp().map(Seconds::of).orElse(warmUp);
    }
  }

  private boolean isGiven(String option) {
    return command.commandLine().getParseResult().hasMatchedOption(option);
  }

  /**
   * The plan of one level of a search: each model at a rate of its own, for so many times as long.
   */
  RunPlan level(Map<Model, Double> rateOf, int forks, int longer, long chosen) throws IOException {
    List<Cell> cells = new ArrayList<>();
    rateOf.forEach(
        (model, rate) ->
            cells.add(
                new Cell(
                    LoadPlans.BENCHMARK,
                    params(
                        model,
                        transports.getFirst(),
                        plans.getFirst(),
                        fanOuts.getFirst(),
                        rate,
                        duration.amount() * longer,
                        chosen))));
    return RunPlans.ofLoad(cells, forks, chosen, timing(longer), jvmArgs);
  }

  /** Where a search begins. */
  double firstRate() {
    return rates.perSecond().getFirst();
  }

  List<Model> models() {
    return models.isEmpty() ? List.of(Model.values()) : List.copyOf(models);
  }

  long chosenSeed() {
    return Optional.ofNullable(seed).orElseGet(RunPlans::anySeed);
  }

  /** Returns if a search can be made of the options: one of each but models. */
  void requireOneScenario() {
    if (rates.perSecond().size() > 1
        || transports.size() > 1
        || plans.size() > 1
        || fanOuts.size() > 1) {
      throw new IllegalArgumentException(
          "--find-max searches one rate for one plan, fan-out and transport; name one of each");
    }
  }

  private Timing timing(int longer) {
    double seconds = warmUp.amount() + duration.amount() * longer + DRAIN_SECONDS;
    return new Timing(0, 1, 1, (int) Math.round(seconds * 1e3));
  }

  private List<Cell> cells(long chosen) {
    List<Cell> cells = new ArrayList<>();
    for (LoadPattern plan : plans) {
      for (int fanOut : fanOuts) {
        for (double rate : rates.perSecond()) {
          for (TransportChoice transport : transports) {
            for (Model model : models()) {
              cells.add(
                  new Cell(
                      LoadPlans.BENCHMARK,
                      params(model, transport, plan, fanOut, rate, duration.amount(), chosen)));
            }
          }
        }
      }
    }
    return cells;
  }

  private Map<String, String> params(
      Model model,
      TransportChoice transport,
      LoadPattern plan,
      int fanOut,
      double rate,
      double seconds,
      long chosen) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("model", model.name());
    params.put("transport", transport.name());
    scenarioParam.ifPresentOrElse(
        file -> file.putInto(params), () -> putPattern(params, plan, fanOut));
    params.put("rate", Rates.text(rate));
    params.put("arrivals", arrivals.name());
    params.put("seconds", Rates.text(seconds));
    params.put("warmUp", Rates.text(warmUp.amount()));
    params.put("pacing", (spin ? Pacing.SPIN : pacing).name());
    params.put("seed", String.valueOf(chosen));
    return params;
  }

  private void putPattern(Map<String, String> params, LoadPattern plan, int fanOut) {
    params.put("plan", plan.name());
    params.put("fanOut", String.valueOf(fanOut));
    params.put("latency", latency);
  }
}
