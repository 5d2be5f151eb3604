package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.heddle.stub.latency.Draw;
import dev.heddle.stub.latency.EmpiricalSources;
import dev.heddle.stub.latency.InvalidLatencyException;
import dev.heddle.stub.latency.LatencyDistribution;
import dev.heddle.stub.latency.LatencyDistributions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers after a delay drawn from a distribution, with a body of its own size and an error status
 * for a share of the requests where that is asked for. The K-th draw of a seed is the same whoever
 * asks for it and when, so that whatever is compared can be given the same delays (common random
 * numbers); whether the K-th request fails does not depend on how long it takes.
 */
final class LatencyRoute implements Route {

  private static final int STREAM = 4;
  private static final String BYTES = "bytes";
  private static final String FAILURE_RATE = "failure_rate";
  private static final String FAILURE_STATUS = "failure_status";
  private static final Set<String> OF_ANSWER = Set.of(BYTES, FAILURE_RATE, FAILURE_STATUS);

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
    Arguments args = request.args();
    LatencyDistribution distribution = distribution(argument, args);
    long drawn = args.seed(seed);
    Delay delay = number -> distribution.nanos(Draw.uniform(drawn, number));
    double failures = args.share(FAILURE_RATE, 0);
    int status =
        args.count(FAILURE_STATUS, FlakyRoute.STATUS, StatusRoute.LOWEST, StatusRoute.HIGHEST);
    Reply answer = new Reply.After(delay, content(args, distribution, drawn));
    if (failures == 0) {
      return answer;
    }
    Reply failure = new Reply.After(delay, FlakyRoute.content(status));
    return new Reply.OneOf(Chance.of(drawn, STREAM, failures), List.of(failure, answer));
  }

  private static Content content(Arguments args, LatencyDistribution distribution, long drawn)
      throws RefusedRequest {
    if (args.value(BYTES).isPresent()) {
      return BytesRoute.content(args.count(BYTES, 0, 0, BytesRoute.MAX));
    }
    return Content.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("distribution", distribution.describe())
            .put("seed", drawn));
  }

  private LatencyDistribution distribution(String name, Arguments args) throws RefusedRequest {
    Map<String, String> ofDistribution = args.first();
    ofDistribution.keySet().removeAll(OF_ANSWER);
    try {
      return LatencyDistributions.parse(name, ofDistribution, empirical);
    } catch (InvalidLatencyException e) {
      throw new RefusedRequest(400, String.valueOf(e.getMessage()));
    }
  }
}
