package dev.heddle.benchmarks;

import dev.heddle.benchmarks.calibrate.Scratch;
import dev.heddle.benchmarks.evidence.Evidence;
import dev.heddle.benchmarks.evidence.EvidenceFile;
import dev.heddle.benchmarks.evidence.Recording;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.Fork;
import dev.heddle.benchmarks.run.ForkOutcome;
import dev.heddle.benchmarks.run.JmhForkRunner;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.StopOnSignal;
import dev.heddle.benchmarks.run.Stub;
import dev.heddle.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Records the cells of a run, one fork each, and keeps what each told before the next begins. */
final class EvidenceSession {

  private static final Set<String> ON_VIRTUAL_THREADS =
      Set.of(Model.VIRTUAL_THREADS.name(), Model.STRUCTURED_SCOPE.name());

  private final RunFolder folder;
  private final StubChoice stubChoice;
  private final PrintWriter log;
  private final List<Evidence> found = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  EvidenceSession(RunFolder folder, StubChoice stubChoice, PrintWriter log) {
    this.folder = folder;
    this.stubChoice = stubChoice;
    this.log = log;
  }

  /** Records, and returns the exit code. */
  int run() throws IOException {
    RunPlan plan = folder.plan();
    List<Cell> cells =
        plan.cells().stream()
            .filter(cell -> ON_VIRTUAL_THREADS.contains(cell.params().getOrDefault("model", "")))
            .toList();
    if (cells.isEmpty()) {
      log.println("No cell of this run uses virtual threads: there is nothing to record");
      return ExitCode.DONE;
    }
    try (Scratch scratch = Scratch.create();
        StopOnSignal signal = new StopOnSignal();
        Stub stub = stubChoice.open(plan)) {
      int failed = record(plan, cells, stub, signal, new RunFolder(scratch.folder()));
      log.printf("Evidence: %s%n", folder.evidence());
      log.flush();
      boolean reported = new ReportProcess(folder, log).run();
      return failed == 0 && reported && !stopped.get() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private int record(
      RunPlan plan, List<Cell> cells, Stub stub, StopOnSignal signal, RunFolder scratch)
      throws IOException {
    int failed = 0;
    for (int i = 0; i < cells.size() && !stopped.get(); i++) {
      Fork fork = new Fork(1, cells.get(i));
      Path recording = scratch.path().resolve("fork.jfr");
      JmhForkRunner runner = runner(plan, stub, scratch, recording);
      signal.stops(
          () -> {
            stopped.set(true);
            runner.stop();
          });
      stub.resetStats();
      if (runner.run(fork) instanceof ForkOutcome.Failed(String reason, String output)) {
        failed++;
        log.printf("%d/%d  FAILED: %s: %s%n", i + 1, cells.size(), fork.cell().label(), reason);
      } else {
        keep(Recording.read(recording, fork.cell().label()), i + 1, cells.size());
      }
      log.flush();
      Files.deleteIfExists(recording);
    }
    return failed;
  }

  /** What a recorded fork of a load measures goes to the scratch folder: it is not scored. */
  private static JmhForkRunner runner(RunPlan plan, Stub stub, RunFolder scratch, Path recording) {
    return new JmhForkRunner(
        plan.timing(),
        plan.jvmArgs(),
        List.of(),
        fork -> {
          List<String> properties =
              new ArrayList<>(ForkProperties.of(stub, scratch, RunFolder.name(fork)));
          properties.add(Recording.argument(recording));
          return properties;
        });
  }

  private void keep(Evidence evidence, int number, int all) throws IOException {
    found.add(evidence);
    RunFolder.write(folder.evidence(), EvidenceFile.of(found));
    log.printf(
        "%d/%d  %s: pinned %d times, %.1f ms in all; %d carriers; %d not taken%n",
        number,
        all,
        evidence.cell(),
        evidence.pinned(),
        evidence.pinnedMillis(),
        evidence.carriers(),
        evidence.submitFailed());
  }
}
