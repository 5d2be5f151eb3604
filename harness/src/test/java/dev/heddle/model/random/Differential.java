package dev.heddle.model.random;

import dev.heddle.model.Model;
import dev.heddle.model.random.Reference.Allowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs scripts on models and holds how they end against what the reference allows. The models stay
 * open from script to script.
 */
final class Differential implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** While a failing script is being made smaller, many are tried, and many of these hang. */
  private static final Duration PATIENCE_AFTER_A_FAILURE = Duration.ofSeconds(2);

  /** What fails once in a while is tried more often, so that making it smaller finds something. */
  private static final int REPETITIONS_AFTER_A_FAILURE = 20;

  private final Set<Model> kinds;
  private final Function<Stage, PlanBuilder> plans;
  private final Map<Model, Bench> benches = new EnumMap<>(Model.class);
  private boolean hasFailed;

  /** All models, with plans that mean what their scripts say. */
  Differential() {
    this(EnumSet.allOf(Model.class), PlanBuilder::new);
  }

  Differential(Set<Model> kinds, Function<Stage, PlanBuilder> plans) {
    this.kinds = kinds;
    this.plans = plans;
  }

  /** Replays one script on all models. */
  static void check(Script script) throws InterruptedException {
    try (Differential differential = new Differential()) {
      differential.check(script, Reference.explore(script));
    }
  }

  /**
   * Runs the script on every model at the same time.
   *
   * @throws AssertionError if one of them hangs, leaves something behind, or ends in a way that is
   *     not allowed
   */
  void check(Script script, Allowed allowed) throws InterruptedException {
    for (int left = hasFailed ? REPETITIONS_AFTER_A_FAILURE : 1; left > 0; left--) {
      checkOnce(script, allowed);
    }
  }

  private void checkOnce(Script script, Allowed allowed) throws InterruptedException {
    Map<Model, Bench.Running> runs = new EnumMap<>(Model.class);
    for (Model kind : kinds) {
      Stage stage = new Stage();
      Bench bench = benches.computeIfAbsent(kind, Bench::new);
      runs.put(kind, bench.start(plans.apply(stage), stage, script));
    }
    List<String> wrong = new ArrayList<>();
    long deadline = System.nanoTime() + (hasFailed ? PATIENCE_AFTER_A_FAILURE : PATIENCE).toNanos();
    for (var run : runs.entrySet()) {
      try {
        Ending ending = run.getValue().await(deadline - System.nanoTime());
        if (!allowed.endings().contains(ending)) {
          wrong.add("%s: ended with %s".formatted(run.getKey(), ending));
        }
      } catch (Bench.BrokenException broken) {
        wrong.add("%s: %s".formatted(run.getKey(), broken.getMessage()));
        benches.remove(run.getKey()).abandon();
      }
    }
    if (!wrong.isEmpty()) {
      hasFailed = true;
      throw new AssertionError(report(script, allowed, wrong));
    }
  }

  private static String report(Script script, Allowed allowed, List<String> wrong) {
    return "%n%s%nallowed:%n%s%nreplay: Differential.check(%n%s);"
        .formatted(
            String.join("\n", wrong),
            allowed.endings().stream().map(Object::toString).collect(Collectors.joining("\n")),
            JavaText.of(script));
  }

  @Override
  public void close() {
    benches.values().forEach(Bench::close);
  }
}
