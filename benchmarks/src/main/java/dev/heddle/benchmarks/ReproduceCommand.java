package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The command that runs the same plan again, as short as the matrix lets it be. */
final class ReproduceCommand {

  private final RunPlan plan;
  private final Matrix matrix;
  private final StringBuilder command;

  private ReproduceCommand(RunPlan plan) {
    this.plan = plan;
    this.matrix =
        Arrays.stream(Matrix.values())
            .filter(candidate -> ConstantNames.of(candidate).equals(plan.matrix()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No matrix " + plan.matrix()));
    this.command = new StringBuilder("scripts/heddle run --" + plan.matrix());
  }

  static String of(RunPlan plan, Path folder) {
    if (LoadPlans.isLoad(plan)) {
      return LoadPlans.command(plan) + " --out " + again(folder);
    }
    return new ReproduceCommand(plan).text(folder);
  }

  private String text(Path folder) {
    if (!plan.cells().equals(matrix.axes().cells())) {
      axes();
    }
    if (plan.rounds() != matrix.rounds()) {
      command.append(" --rounds ").append(plan.rounds());
    }
    if (!plan.timing().equals(matrix.timing())) {
      command.append(" --timing ").append(TimingText.of(plan.timing()));
    }
    plan.jvmArgs().forEach(arg -> command.append(" --jvm-arg=").append(quoted(arg)));
    plan.profilers().forEach(profiler -> command.append(" --prof ").append(quoted(profiler)));
    command.append(" --seed ").append(plan.seed());
    return command.append(" --out ").append(again(folder)).toString();
  }

  private void axes() {
    axis(
        "--pattern",
        cell -> ConstantNames.of(MeasuredPattern.ofBenchmark(cell.benchmark())),
        plan.cells());
    axis("--model", "model", plan.cells());
    axis("--tier", "tier", plan.cells());
    axis("--work", "work", plan.cells());
    axis("--fan-out", "fanOut", plan.cells());
    axis("--transport", "transport", plan.cells().stream().filter(Axes::fetches).toList());
  }

  private void axis(String option, String param, List<Cell> cells) {
    axis(option, cell -> ConstantNames.readable(cell.params().getOrDefault(param, "")), cells);
  }

  private void axis(String option, Function<Cell, String> value, List<Cell> cells) {
    String values = cells.stream().map(value).distinct().collect(Collectors.joining(","));
    if (!values.isEmpty()) {
      command.append(' ').append(option).append(' ').append(values);
    }
  }

  /** The folder's own name only: where it lies is nobody's business. */
  static String again(Path folder) {
    return quoted(folder.toAbsolutePath().normalize().getFileName() + "-again");
  }

  static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:=+,@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
