package dev.heddle.reports.duel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs single forks and keeps what each measured. */
final class ForkRunner {

  private final JmhProcess process;
  private final DuelFolder folder;
  private final DuelPlan plan;
  private final Optional<DuelTiming> timing;

  ForkRunner(JmhProcess process, DuelFolder folder, DuelPlan plan, Optional<DuelTiming> timing) {
    this.process = process;
    this.folder = folder;
    this.plan = plan;
    this.timing = timing;
  }

  /**
   * Runs a fork, unless it has been run before.
   *
   * @return whether there is a result of it
   */
  boolean run(DuelPlan.Turn turn) throws IOException {
    if (folder.result(plan, turn).isPresent()) {
      return true;
    }
    Path target = folder.fork(plan, turn);
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    JmhProcess.Ended ended = process.run(folder.jar(turn.side()), arguments(turn, part));
    if (ended.code() == 0 && Files.isRegularFile(part)) {
      Files.move(part, target);
    }
    boolean measured = folder.result(plan, turn).isPresent();
    if (!measured && !process.isStopped()) {
      DuelFolder.write(
          folder.failure(plan, turn),
          "exit code %d%n%s"
              .formatted(ended.code(), ended.output())
              .getBytes(StandardCharsets.UTF_8));
    }
    return measured;
  }

  private List<String> arguments(DuelPlan.Turn turn, Path result) {
    DuelCell cell = plan.cells().get(turn.cell());
    List<String> arguments = new ArrayList<>();
    arguments.add("^" + Pattern.quote(cell.benchmark()) + "$");
    cell.params()
        .forEach(
            (name, value) -> {
              arguments.add("-p");
              arguments.add(name + "=" + value);
            });
    arguments.addAll(List.of("-f", "1", "-foe", "true"));
    arguments.addAll(List.of("-rf", "json", "-rff", result.toAbsolutePath().toString()));
    timing.ifPresent(known -> arguments.addAll(known.arguments()));
    List<String> jvm = plan.jvmArgs().getOrDefault(turn.side(), List.of());
    if (!jvm.isEmpty()) {
      arguments.addAll(List.of("-jvmArgsPrepend", String.join(" ", jvm)));
    }
    return arguments;
  }
}
