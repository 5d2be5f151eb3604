package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.measure.Environment;
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

/** Writes down what a run is made on, before its first fork. */
final class RunEnvironment {

  private RunEnvironment() {}

  static void write(RunPlan plan, RunFolder folder, URI stub, boolean resumed) throws IOException {
    Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
    boolean add = resumed && Files.isRegularFile(folder.environment());
    Environment environment =
        add
            ? Environment.resumed(Files.readAllBytes(folder.environment()), now)
            : Environment.capture(facts(plan, folder, stub, now));
    RunFolder.write(folder.environment(), environment.toBytes());
  }

  private static RunFacts facts(RunPlan plan, RunFolder folder, URI stub, Instant now) {
    List<String> arguments = new ArrayList<>(plan.jvmArgs());
    arguments.addAll(ForkJvm.arguments());
    return new RunFacts(
        HeddleVersion.current(),
        now,
        plan.matrix(),
        plan.seed(),
        plan.rounds(),
        arguments,
        RankingTable.of(arguments, stub),
        ReproduceCommand.of(plan, folder.path()),
        code());
  }

  private static Path code() {
    return Path.of(
        URI.create(Heddle.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
