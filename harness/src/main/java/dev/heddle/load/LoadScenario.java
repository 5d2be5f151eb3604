package dev.heddle.load;

import dev.heddle.plan.Fetch;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import java.net.URI;
import java.util.Collections;
import java.util.List;
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

    /** How {@link Nothing} is written. */
    String NO_OP = "no-op";

    /** How {@link Get} is written. */
    String GET = "get";

    /**
     * What a text asks for: {@value #NO_OP}, {@value #GET} or a distribution.
     *
     * @param seed of what is drawn
     * @throws IllegalArgumentException if it is none of them
     */
    static Work parse(String text, long seed) {
      return switch (text) {
        case NO_OP -> new Nothing();
        case GET -> new Get();
        default -> new Delayed(LatencyText.parse(text), seed);
      };
    }

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
      case Work.Get get -> always(pattern.over(Collections.nCopies(fanOut, get(server))));
      case Work.Delayed(LatencyText latency, long seed) -> {
        DrawnFetches fetches = DrawnFetches.from(server, seed);
        yield number -> pattern.over(delayed(fetches, latency.path(), number));
      }
    };
  }

  private List<Fetch> delayed(DrawnFetches fetches, String path, long number) {
    return IntStream.range(0, fanOut)
        .mapToObj(child -> fetches.fetch(path, number * fanOut + child))
        .toList();
  }

  private static LongFunction<Plan<?>> always(Plan<?> plan) {
    return number -> plan;
  }

  private static Fetch get(URI server) {
    return new Fetch(Request.get(server.resolve("/get")));
  }

  @Override
  public boolean mayBeCutShort() {
    return pattern.cutsShort();
  }

  @Override
  public boolean mayFail() {
    return false;
  }
}
