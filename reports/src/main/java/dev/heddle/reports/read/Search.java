package dev.heddle.reports.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search for the highest rate that keeps an objective.
 *
 * @param objective such as {@code p99=50ms,errors=0.1%}
 * @param precision by which share the next higher rate may differ
 * @param models each by itself, in the file's order
 */
public record Search(String objective, double precision, List<OfModel> models) {

  private static final Pattern P99 =
      Pattern.compile("(?:^|,)p99=([0-9]+(?:\\.[0-9]+)?)(ns|us|ms|s)(?:,|$)");

  public Search {
    models = List.copyOf(models);
  }

  /**
   * The path of one model.
   *
   * @param model as on the command line, such as {@code virtual-threads}
   * @param ended whether it found its rate, or that there is none; not if it was cut off
   * @param max the highest rate that was confirmed, per second; empty if none was
   * @param path in the order in which it was gone
   */
  public record OfModel(String model, boolean ended, OptionalDouble max, List<Step> path) {

    public OfModel {
      path = List.copyOf(path);
    }

    /** The lowest step above the confirmed rate that was not kept; empty if there is none. */
    public Optional<Step> missedAbove() {
      return path.stream()
          .filter(step -> !step.met() && max.isPresent() && step.perSecond() > max.getAsDouble())
          .min(Comparator.comparingDouble(Step::perSecond));
    }

    /** The highest rate that was kept and above which none was; empty if none was. */
    public OptionalDouble highestKept() {
      double missed =
          path.stream()
              .filter(step -> !step.met())
              .mapToDouble(Step::perSecond)
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      return path.stream()
          .filter(Step::met)
          .mapToDouble(Step::perSecond)
          .filter(rate -> rate < missed)
          .max();
    }
  }

  /**
   * One level.
   *
   * @param phase why this rate was tried: {@code explore}, {@code bisect}, {@code confirm}
   * @param perSecond the rate
   * @param met whether most forks were valid and kept the objective
   * @param valid whether most forks were valid
   * @param missed what its forks did not keep, a line each
   */
  public record Step(
      String phase, double perSecond, boolean met, boolean valid, List<String> missed) {

    public Step {
      missed = List.copyOf(missed);
    }

    /** Whether this was the run that decides. */
    public boolean confirms() {
      return phase.equals("confirm");
    }
  }

  /**
   * The limit that the objective sets to the 99th percentile, in seconds; empty if it sets none.
   */
  public OptionalDouble p99Limit() {
    Matcher limit = P99.matcher(objective);
    if (!limit.find()) {
      return OptionalDouble.empty();
    }
    double unit =
        switch (limit.group(2)) {
          case "ns" -> 1e-9;
          case "us" -> 1e-6;
          case "ms" -> 1e-3;
          default -> 1;
        };
    double seconds = Double.parseDouble(limit.group(1)) * unit;
    return seconds > 0 && Double.isFinite(seconds)
        ? OptionalDouble.of(seconds)
        : OptionalDouble.empty();
  }
}
