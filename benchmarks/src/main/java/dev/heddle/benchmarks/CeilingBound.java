package dev.heddle.benchmarks;

import dev.heddle.benchmarks.calibrate.Calibration;
import dev.heddle.benchmarks.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of the loads that come near what client and server can do at most on this machine: their
 * figures say as much of those two as of the model.
 *
 * @param calibration what is known of the machine; empty if nothing is
 */
record CeilingBound(Optional<Calibration> calibration) {

  private static final double PERCENT = 100;

  /** By what lies beside a run's results; says so where it cannot be used. */
  static CeilingBound beside(RunFolder folder, PrintWriter log) {
    if (!Files.isRegularFile(folder.calibration())) {
      return new CeilingBound(Optional.empty());
    }
    try {
      return new CeilingBound(Optional.of(Calibration.read(folder.calibration())));
    } catch (IOException e) {
      log.println(e.getMessage());
      return new CeilingBound(Optional.empty());
    }
  }

  /** A line a cell that is bound, or one that says how to know. */
  List<String> lines(List<LoadFork> forks) {
    if (calibration.isEmpty()) {
      return List.of(
          "No ceilings are known of this machine: scripts/heddle calibrate reads them, once");
    }
    List<String> lines = new ArrayList<>();
    calibration
        .get()
        .lowest()
        .ifPresent(
            ceiling -> byCell(forks).forEach(fork -> line(fork, ceiling).ifPresent(lines::add)));
    return lines;
  }

  /** Of each cell the valid fork that exchanged most. */
  private static List<LoadFork> byCell(List<LoadFork> forks) {
    Map<Object, LoadFork> most = new LinkedHashMap<>();
    forks.stream()
        .filter(LoadFork::isValid)
        .forEach(
            fork ->
                most.merge(
                    fork.cell(),
                    fork,
                    (a, b) -> a.exchangesPerSecond() >= b.exchangesPerSecond() ? a : b));
    return List.copyOf(most.values());
  }

  private static Optional<String> line(LoadFork fork, Calibration.CeilingReading ceiling) {
    double share = fork.exchangesPerSecond() / ceiling.perSecond().median();
    return share > Calibration.BOUND_SHARE
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "CEILING-BOUND: %s: %,.0f exchanges/s are %.0f %% of what %s does at most; not to"
                    + " be ranked",
                fork.cell().label(),
                fork.exchangesPerSecond(),
                PERCENT * share,
                ceiling.name()))
        : Optional.empty();
  }
}
