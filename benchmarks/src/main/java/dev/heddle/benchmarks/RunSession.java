package dev.heddle.benchmarks;

import dev.heddle.benchmarks.reference.AsyncioReference;
import dev.heddle.benchmarks.run.BarProgress;
import dev.heddle.benchmarks.run.EitherForkRunner;
import dev.heddle.benchmarks.run.Fork;
import dev.heddle.benchmarks.run.ForkRunner;
import dev.heddle.benchmarks.run.JmhForkRunner;
import dev.heddle.benchmarks.run.LineProgress;
import dev.heddle.benchmarks.run.Progress;
import dev.heddle.benchmarks.run.RuledForkRunner;
import dev.heddle.benchmarks.run.Ruler;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunLoop;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.RunSummary;
import dev.heddle.benchmarks.run.StopOnSignal;
import dev.heddle.benchmarks.run.Stub;
import dev.heddle.benchmarks.run.TimeText;
import dev.heddle.capability.Capabilities;
import dev.heddle.capability.CapabilityFile;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** One run from its stub's start to its report. */
final class RunSession {

  private final RunPlan plan;
  private final RunFolder folder;
  private final StubChoice stubChoice;
  private final Optional<AsyncioReference> reference;
  private final PrintWriter log;

  RunSession(
      RunPlan plan,
      RunFolder folder,
      StubChoice stubChoice,
      Optional<AsyncioReference> reference,
      PrintWriter log) {
    this.plan = plan;
    this.folder = folder;
    this.stubChoice = stubChoice;
    this.reference = reference;
    this.log = log;
  }

  /** Runs what is missing and returns the exit code. */
  int run(boolean resumed) throws IOException {
    say(
        "%d cells x %d rounds into %s, seed %d, about %s"
            .formatted(
                plan.cells().size(),
                plan.rounds(),
                folder.path(),
                plan.seed(),
                TimeText.of(plan.expected())));
    RunEnvironment environment = RunEnvironment.now();
    try (StopOnSignal signal = new StopOnSignal()) {
      try (Stub stub = stubChoice.open(plan)) {
        if (!resumed) {
          folder.begin(plan); // Not before there is a stub: without one there is nothing to resume.
        }
        environment.write(plan, folder, stub.address(), resumed);
        if (reference.isPresent()) {
          CommonGround.of(plan, reference.get().describe()).addTo(folder);
        }
        RunFolder.write(folder.capabilities(), CapabilityFile.of(Capabilities.load()).toBytes());
        Rehearsal.of(plan, stub);
        RunSummary summary = measure(stub, signal);
        return conclude(summary);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      say("Stopped before the first fork");
      return ExitCode.IMPOSSIBLE;
    }
  }

  private RunSummary measure(Stub stub, StopOnSignal signal) throws IOException {
    JmhForkRunner models =
        new JmhForkRunner(
            plan.timing(),
            plan.jvmArgs(),
            plan.profilers(),
            fork -> ForkProperties.of(stub, folder, RunFolder.name(fork)));
    ForkRunner runner =
        reference
            .<ForkRunner>map(
                asyncio -> new EitherForkRunner(models, asyncio.forks(stub.address(), folder)))
            .orElse(models);
    try (Ruler ruler = Ruler.warm();
        Progress progress = progress()) {
      ForkRunner ruled = new RuledForkRunner(runner, ruler::read);
      RunLoop loop = new RunLoop(plan, folder, ruled, stub, progress);
      signal.stops(loop::stop);
      return loop.run();
    }
  }

  private Progress progress() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? new BarProgress(plan.forks().size())
        : new LineProgress(System.out);
  }

  private int conclude(RunSummary summary) throws IOException {
    for (Fork fork : summary.failed()) {
      say("FAILED: %s; see %s".formatted(fork, folder.failureFile(fork)));
    }
    if (summary.notRun() > 0) {
      say(
          "Stopped; %d forks are missing, all others are in %s. Go on with: scripts/heddle run --resume --out %s"
              .formatted(summary.notRun(), folder.results(), folder.path()));
      return ExitCode.IMPOSSIBLE;
    }
    boolean complete = summary.failed().isEmpty();
    if (LoadPlans.isLoad(plan)) {
      return new LoadConclusion(plan, folder, log).conclude(complete);
    }
    boolean reported = new ReportProcess(folder, log).run();
    return complete && reported ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void say(String line) {
    log.println(line);
    log.flush();
  }
}
