package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.heddle.stub.latency.Draw;
import dev.heddle.stub.latency.EmpiricalSources;
import dev.heddle.stub.latency.InvalidLatencyException;
import dev.heddle.stub.latency.LatencyDistribution;
import dev.heddle.stub.latency.LatencyDistributions;

/**
 * Answers after a delay drawn from a distribution. The K-th draw of a seed is the same whoever asks
 * for it and when, so that whatever is compared can be given the same delays (common random
 * numbers).
 */
final class LatencyRoute implements Route {

  private final long seed;
  private final EmpiricalSources empirical;

  LatencyRoute(long seed, EmpiricalSources empirical) {
    this.seed = seed;
    this.empirical = empirical;
  }

  @Override
  public String template() {
    return "/latency/{distribution}";
  }

  @Override
  public boolean numbered() {
    return true;
  }

  @Override
  public Reply reply(Request request, String argument) throws RefusedRequest {
    LatencyDistribution distribution = distribution(argument, request.args());
    long drawn = request.args().seed(seed);
    Content content =
        Content.json(
            200,
            JsonNodeFactory.instance
                .objectNode()
                .put("distribution", distribution.describe())
                .put("seed", drawn));
    return new Reply.After(number -> distribution.nanos(Draw.uniform(drawn, number)), content);
  }

  private LatencyDistribution distribution(String name, Arguments args) throws RefusedRequest {
    try {
      return LatencyDistributions.parse(name, args.first(), empirical);
    } catch (InvalidLatencyException e) {
      throw new RefusedRequest(400, String.valueOf(e.getMessage()));
    }
  }
}
