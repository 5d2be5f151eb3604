package dev.heddle.benchmarks;

import dev.heddle.load.ArrivalKind;
import dev.heddle.load.Exchanges;
import dev.heddle.load.Judge;
import dev.heddle.load.LoadPattern;
import dev.heddle.load.LoadReport;
import dev.heddle.load.LoadResult;
import dev.heddle.load.LoadRun;
import dev.heddle.load.LoadScenario;
import dev.heddle.load.LoadSpec;
import dev.heddle.load.Pacing;
import dev.heddle.load.Scenario;
import dev.heddle.load.Watch;
import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a fork of the open loop measures: the parameters, one model, and where its fetches go. */
@State(Scope.Benchmark)
public class LoadedModel {

  /** The execution model. */
  @Param public Model model;

  /** What carries a fetch. */
  @Param("DEFAULT")
  public TransportChoice transport;

  /** What each arrival does with its children. */
  @Param("GATHER")
  public LoadPattern plan;

  /** How many children an arrival has. */
  @Param("10")
  public int fanOut;

  /** What each child waits for: a distribution, {@code get} or {@code no-op}. */
  @Param("lognormal:p50=5ms;p99=40ms")
  public String latency;

  /**
   * A scenario file, or the name of a shipped one, in place of plan, fan-out and latency; empty for
   * none.
   */
  @Param("")
  public String scenario;

  /** The SHA-256 of the scenario's text, which is then held to it; empty to take it as it is. */
  @Param("")
  public String scenarioSha256;

  /** Arrivals per second. */
  @Param("100")
  public double rate;

  /** How they are spaced. */
  @Param("POISSON")
  public ArrivalKind arrivals;

  /** For how many seconds it counts. */
  @Param("10")
  public double seconds;

  /** For how many seconds plans are started before. */
  @Param("3")
  public double warmUp;

  /** How the driver waits. */
  @Param("SHORT_SPIN")
  public Pacing pacing;

  /** Decides arrivals and delays. */
  @Param("1")
  public long seed;

  private FetchTarget target;
  private Scenario offered;
  private LoadSpec spec;
  private ExecutionModel opened;

  /** Opens the model, and a stub if none was named. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    MissingPreviewException.check(model);
    offered = offered();
    spec =
        LoadSpec.of(arrivals.at(rate, seed), time(seconds))
            .withWarmUp(time(warmUp))
            .withPacing(pacing);
    target = offered.exchanges() > 0 ? FetchTarget.open() : FetchTarget.none();
    opened = model.open(transport.options());
  }

  /** Offers the load once, judges it, and keeps what came of it. */
  LoadReport run() throws Exception {
    target.resetStats();
    Instant began = Instant.now(Clock.systemUTC());
    try (Watch watch = Watch.start(target.pid())) {
      DelayErrors delayErrors = target.delayErrors(spec);
      LoadResult result =
          LoadRun.of(opened, offered.plans(target.stub().address()), spec, listener(delayErrors));
      Watch.Seen seen = watch.seen();
      Exchanges exchanges = target.exchanges(offered, result, delayErrors);
      LoadReport report =
          new LoadReport(
              parameters(),
              rate,
              result,
              exchanges,
              seen,
              new Judge(offered.mayFail()).judge(result, exchanges),
              began,
              Instant.now(Clock.systemUTC()));
      Handover.LOAD.put(report);
      LoadFiles.ofThisFork().keep(report);
      return report;
    }
  }

  /** Only where there are fetches is there a stub to be asked. */
  private LoadRun.Listener listener(DelayErrors delayErrors) {
    return offered.exchanges() > 0 ? delayErrors : LoadRun.Listener.NONE;
  }

  /** Closes the model and a stub of its own. */
  @TearDown(Level.Trial)
  public void close() {
    try {
      opened.close();
    } finally {
      target.close();
    }
  }

  private Optional<ScenarioParam> file() {
    return ScenarioParam.of(
        Map.of(ScenarioParam.LOCATION, scenario, ScenarioParam.SHA256, scenarioSha256));
  }

  private Scenario offered() throws IOException {
    Optional<ScenarioParam> file = file();
    return file.isPresent()
        ? file.get().open(seed)
        : new LoadScenario(plan, fanOut, LoadScenario.Work.parse(latency, seed));
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("model", ConstantNames.of(model));
    parameters.put("transport", ConstantNames.of(transport));
    file()
        .ifPresentOrElse(file -> parameters.put("plan", file.name()), () -> putPattern(parameters));
    parameters.put("arrivals", ConstantNames.of(arrivals));
    parameters.put("rate", Rates.text(rate));
    return parameters;
  }

  private void putPattern(Map<String, String> parameters) {
    parameters.put("plan", ConstantNames.of(plan));
    parameters.put("fan-out", String.valueOf(fanOut));
    parameters.put("latency", latency);
  }

  private static Duration time(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
