package dev.heddle.benchmarks.calibrate;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.Fork;
import dev.heddle.benchmarks.run.ForkOutcome;
import dev.heddle.benchmarks.run.ForkRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Forks that all do the same.
 *
 * @param work what, for a person
 * @param cell what, for JMH; its score is a time in microseconds
 * @param scores of the forks so far
 */
public record NoiseForks(String work, Cell cell, List<Double> scores) {

  /** Of which none has run. */
  public NoiseForks(String work, Cell cell) {
    this(work, cell, new ArrayList<>());
  }

  /** Runs two of them, one after the other. */
  void readPair(int round, ForkRunner runner) throws IOException {
    for (int i = 0; i < 2; i++) {
      scores.add(
          switch (runner.run(new Fork(round, cell))) {
            case ForkOutcome.Measured(var result) ->
                result.at("/primaryMetric/score").doubleValue();
            case ForkOutcome.Failed(String reason, String output) ->
                throw new IOException("'%s' failed: %s%n%s".formatted(work, reason, output));
          });
    }
  }

  Calibration.NoiseReading reading() {
    return new Calibration.NoiseReading(work, scores, NoiseFloor.of(scores));
  }
}
