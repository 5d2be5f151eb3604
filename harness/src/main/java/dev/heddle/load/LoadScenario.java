package dev.heddle.load;

import dev.heddle.plan.Fetch;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * What each arrival does: a pattern over as many children.
 *
 * @param pattern how the children run
 * @param fanOut how many there are
 * @param work what each of them does
 */
public record LoadScenario(LoadPattern pattern, int fanOut, Work work) implements Scenario {

  private static final int MOST_CHILDREN = 1_000_000;

  /** What a child does. */
  public sealed interface Work {

    /** Nothing. */
    record Nothing() implements Work {}

    /** {@code GET /get}. */
    record Get() implements Work {}

    /**
     * A request that the server delays. The K-th child of a run gets the K-th draw, so that all
     * models wait for the same delays.
     */
    record Delayed(LatencyText latency, long seed) implements Work {}
  }

  /** Checks the fan-out. */
  public LoadScenario {
    if (fanOut < 1 || fanOut > MOST_CHILDREN) {
      throw new IllegalArgumentException(
          "fan-out is %d; allowed: 1 to %d".formatted(fanOut, MOST_CHILDREN));
    }
  }

  @Override
  public int exchanges() {
    return work instanceof Work.Nothing ? 0 : fanOut;
  }

  @Override
  public LongFunction<Plan<?>> plans(URI server) {
    return switch (work) {
      case Work.Nothing nothing -> always(pattern.over(Collections.nCopies(fanOut, new NoOp())));
      case Work.Get get -> always(pattern.over(Collections.nCopies(fanOut, fetch(server, "/get"))));
      case Work.Delayed delayed -> number -> pattern.over(delayed(server, delayed, number));
    };
  }

  private List<Fetch> delayed(URI server, Work.Delayed delayed, long number) {
    String path = delayed.latency().path() + "&seed=" + delayed.seed() + "&key=";
    return IntStream.range(0, fanOut)
        .mapToObj(child -> fetch(server, path + (number * fanOut + child)))
        .toList();
  }

  private static LongFunction<Plan<?>> always(Plan<?> plan) {
    return number -> plan;
  }

  private static Fetch fetch(URI server, String path) {
    return new Fetch(Request.get(server.resolve(path)));
  }

  @Override
  public boolean mayBeCutShort() {
    return pattern.cutsShort();
  }

  @Override
  public boolean mayFail() {
    return false;
  }

  @Override
  public Optional<LatencyText> latency() {
    return work instanceof Work.Delayed delayed ? Optional.of(delayed.latency()) : Optional.empty();
  }
}
