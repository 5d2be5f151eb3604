package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Fork;
import dev.heddle.benchmarks.run.JmhForkRunner;
import dev.heddle.benchmarks.run.LineProgress;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunLoop;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.RunSummary;
import dev.heddle.benchmarks.run.StopOnSignal;
import dev.heddle.benchmarks.run.Stub;
import dev.heddle.capability.Capabilities;
import dev.heddle.capability.CapabilityFile;
import dev.heddle.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One search from its stub's start to its table. Models take turns within each level, so that the
 * machine's drift hits all alike, and the machine rests between levels.
 */
final class MaxSearchSession {

  private static final int FORKS = 3;
  private static final int CONFIRMATION = 3;
  private static final long REST_MILLIS = TimeUnit.SECONDS.toMillis(1);

  private final MaxSearch search;
  private final LoadSelection selection;
  private final RunFolder folder;
  private final StubChoice stubChoice;
  private final PrintWriter log;
  private final long seed;
  private final List<LoadFork> all = new ArrayList<>();
  private int level;

  MaxSearchSession(
      MaxSearch search,
      LoadSelection selection,
      RunFolder folder,
      StubChoice stubChoice,
      PrintWriter log) {
    this.search = search;
    this.selection = selection;
    this.folder = folder;
    this.stubChoice = stubChoice;
    this.log = log;
    this.seed = selection.chosenSeed();
  }

  /** Searches, and returns the exit code. */
  int run() throws IOException {
    RunEnvironment environment = RunEnvironment.now();
    RunPlan first = plan(false);
    try (StopOnSignal signal = new StopOnSignal();
        Stub stub = stubChoice.open(first)) {
      environment.write(first, command(first), folder, stub.address());
      RunFolder.write(folder.capabilities(), CapabilityFile.of(Capabilities.load()).toBytes());
      Rehearsal.of(first, stub);
      boolean complete = true;
      while (complete && !search.hasEnded()) {
        complete = level(stub, signal, false) && level(stub, signal, true);
        rest();
      }
      return conclude(complete);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.IMPOSSIBLE;
    }
  }

  /** Runs the models whose next level is of one kind; whether all their forks were measured. */
  private boolean level(Stub stub, StopOnSignal signal, boolean confirming) throws IOException {
    Map<Model, Double> rates = search.rates(confirming);
    if (rates.isEmpty()) {
      return true;
    }
    level++;
    RunPlan plan = plan(confirming);
    RunSummary summary = measure(plan, stub, signal);
    if (summary.notRun() > 0 || !summary.failed().isEmpty()) {
      return false;
    }
    List<LoadFork> forks = LoadFork.all(plan, folder.loads(), prefix());
    rates.keySet().forEach(model -> search.told(model, of(model, forks)));
    all.addAll(forks);
    RunFolder.write(folder.search(), search.toJson());
    MergedLog.of(all).writeTo(folder.latencies());
    return true;
  }

  private RunPlan plan(boolean confirming) throws IOException {
    return selection.level(
        search.rates(confirming), confirming ? 1 : FORKS, confirming ? CONFIRMATION : 1, seed);
  }

  private RunSummary measure(RunPlan plan, Stub stub, StopOnSignal signal) throws IOException {
    RunFolder levelFolder = new RunFolder(folder.path().resolve("levels").resolve(name()));
    levelFolder.begin(plan);
    JmhForkRunner runner =
        new JmhForkRunner(
            plan.timing(), plan.jvmArgs(), plan.profilers(), fork -> properties(stub, fork));
    RunLoop loop = new RunLoop(plan, levelFolder, runner, stub, new LineProgress(System.out));
    signal.stops(loop::stop);
    return loop.run();
  }

  private List<String> properties(Stub stub, Fork fork) {
    return ForkProperties.of(stub, folder, prefix() + RunFolder.name(fork));
  }

  private String name() {
    return "level-%02d".formatted(level);
  }

  private String prefix() {
    return name() + "_";
  }

  private String command(RunPlan first) {
    return "%s --find-max --slo %s --precision %s --out %s"
        .formatted(
            LoadPlans.command(first),
            ReproduceCommand.quoted(search.objective().text()),
            search.precision(),
            ReproduceCommand.again(folder.path()));
  }

  private int conclude(boolean complete) throws IOException {
    log.println("Highest rate that keeps " + search.objective().text() + ":");
    search.lines().forEach(log::println);
    if (!complete) {
      log.printf("Not all forks were measured; see %s%n", folder.path().resolve("levels"));
    }
    CeilingBound.beside(folder, log).lines(all).forEach(log::println);
    log.printf("Results: %s, %s, %s%n", folder.search(), folder.latencies(), folder.loads());
    log.flush();
    boolean reported = all.isEmpty() || new ReportProcess(folder, log).run();
    return complete && reported ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static List<LoadFork> of(Model model, List<LoadFork> forks) {
    return forks.stream()
        .filter(fork -> model.name().equals(fork.cell().params().get("model")))
        .toList();
  }

  private static void rest() throws InterruptedException {
    Thread.sleep(REST_MILLIS);
  }
}
