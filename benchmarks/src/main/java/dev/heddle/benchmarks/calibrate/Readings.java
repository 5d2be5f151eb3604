package dev.heddle.benchmarks.calibrate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The same quantity, read once a round.
 *
 * @param rounds the readings in their order; at least one
 */
public record Readings(List<Double> rounds) {

  /** Copies the readings. */
  public Readings {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("no readings; at least one is due");
    }
  }

  @JsonCreator
  static Readings of(@JsonProperty("rounds") List<Double> rounds) {
    return new Readings(rounds);
  }

  /** The middle one, or the mean of the middle two. */
  @JsonProperty
  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double least() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double most() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
