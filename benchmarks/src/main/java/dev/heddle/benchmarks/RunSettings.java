package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how cells are measured, whichever they are. */
final class RunSettings {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Forks a cell; 5 or more for a comparison.")
  private @Nullable Integer rounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides the order of forks; chosen and recorded otherwise.")
  private @Nullable Long seed;

  @Option(
      names = "--timing",
      paramLabel = "WARMUPSxMS+ITERATIONSxMS",
      converter = TimingText.class,
      description = "How long a fork measures, such as 5x500+5x500 (milliseconds).")
  private @Nullable Timing timing;

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "One more argument for the forks' JVMs; may be given several times.")
  private List<String> jvmArgs = new ArrayList<>();

  @Option(
      names = "--prof",
      paramLabel = "PROFILER",
      description =
          "A JMH profiler, such as gc for bytes per operation; may be given several times. It may"
              + " cost time, so compare times of runs without one.")
  private List<String> profilers = new ArrayList<>();

  boolean isEmpty() {
    return rounds == null
        && seed == null
        && timing == null
        && jvmArgs.isEmpty()
        && profilers.isEmpty();
  }

  int rounds(Matrix matrix) {
    return Optional.ofNullable(rounds).orElse(matrix.rounds());
  }

  Optional<Long> seed() {
    return Optional.ofNullable(seed);
  }

  Timing timing(Matrix matrix) {
    return Optional.ofNullable(timing).orElse(matrix.timing());
  }

  List<String> jvmArgs() {
    return List.copyOf(jvmArgs);
  }

  List<String> profilers() {
    return List.copyOf(profilers);
  }
}
