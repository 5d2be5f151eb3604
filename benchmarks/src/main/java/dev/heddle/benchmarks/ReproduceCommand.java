package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunPlan;
import java.nio.file.Path;
import java.util.Arrays;

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
    Chosen.options(matrix, plan.ofModels()).forEach(option -> command.append(' ').append(option));
    command.append(ReferenceChoice.options(plan.cells()));
    if (plan.rounds() != matrix.rounds()) {
      command.append(" --rounds ").append(plan.rounds());
    }
    if (!plan.timing().equals(matrix.timing())) {
      command.append(" --timing ").append(TimingText.of(plan.timing()));
    }
    plan.jvmArgs().forEach(arg -> command.append(" --jvm-arg=").append(quoted(arg)));
    plan.profilers().stream()
        .filter(profiler -> !RunPlans.comesByItself(profiler))
        .forEach(profiler -> command.append(" --prof ").append(quoted(profiler)));
    command.append(" --seed ").append(plan.seed());
    return command.append(" --out ").append(again(folder)).toString();
  }

  /** The folder's own name only: where it lies is nobody's business. */
  static String again(Path folder) {
    return quoted(folder.toAbsolutePath().normalize().getFileName() + "-again");
  }

  static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:=+,@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
