package dev.heddle.benchmarks;

import dev.heddle.benchmarks.calibrate.CalibrationCache;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.measure.Environment;
import dev.heddle.measure.Load;
import dev.heddle.measure.RunFacts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is made on, with what is known of the machine from before.
 *
 * @param begun when the run began
 * @param load of the machine then: the warm-up of a stub is load as well
 */
record RunEnvironment(Instant begun, Load load) {

  /** Of a run that begins now and has started nothing yet. */
  static RunEnvironment now() {
    return new RunEnvironment(
        Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS), Load.now());
  }

  /** Writes it down for a run that is reproduced by another command than its plan's. */
  void write(RunPlan plan, String reproduce, RunFolder folder, URI stub) throws IOException {
    Environment environment = Environment.capture(facts(plan, reproduce, stub), load);
    RunFolder.write(folder.environment(), environment.toBytes());
    writeScript(environment, reproduce, folder);
    boolean _ = CalibrationCache.ofUser().copyInto(folder);
  }

  /** Writes it down, before the first fork. */
  void write(RunPlan plan, RunFolder folder, URI stub, boolean resumed) throws IOException {
    String reproduce = ReproduceCommand.of(plan, folder.path());
    boolean add = resumed && Files.isRegularFile(folder.environment());
    Environment environment =
        add
            ? Environment.resumed(Files.readAllBytes(folder.environment()), begun, load)
            : Environment.capture(facts(plan, reproduce, stub), load);
    RunFolder.write(folder.environment(), environment.toBytes());
    if (!add) {
      writeScript(environment, reproduce, folder);
      boolean _ = CalibrationCache.ofUser().copyInto(folder);
    }
  }

  private static void writeScript(Environment environment, String reproduce, RunFolder folder)
      throws IOException {
    RunFolder.write(
        folder.path().resolve(ReproduceScript.NAME),
        ReproduceScript.of(environment, reproduce, folder.path()));
  }

  private RunFacts facts(RunPlan plan, String reproduce, URI stub) {
    List<String> arguments = new ArrayList<>(plan.jvmArgs());
    arguments.addAll(ForkJvm.arguments());
    return new RunFacts(
        HeddleVersion.current(),
        begun,
        plan.matrix(),
        plan.seed(),
        plan.rounds(),
        arguments,
        RankingTable.of(arguments, stub),
        reproduce,
        code());
  }

  private static Path code() {
    return Path.of(
        URI.create(Heddle.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
