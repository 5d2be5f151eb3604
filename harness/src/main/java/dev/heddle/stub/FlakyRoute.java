package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Answers a share of the requests with an error status, and the others with 200. */
final class FlakyRoute implements Route {

  /** Answers a failure unless another status is asked for. */
  static final int STATUS = 503;

  private static final int STREAM = 2;
  private static final double RATE = 0.5;

  private final long seed;

  FlakyRoute(long seed) {
    this.seed = seed;
  }

  @Override
  public String template() {
    return "/flaky";
  }

  @Override
  public boolean numbered() {
    return true;
  }

  @Override
  public Reply reply(Request request, String argument) throws RefusedRequest {
    Arguments args = request.args();
    args.requireOnly("rate", "status", "seed", "key");
    int status = args.count("status", STATUS, StatusRoute.LOWEST, StatusRoute.HIGHEST);
    Chance chance = Chance.of(args.seed(seed), STREAM, args.share("rate", RATE));
    return new Reply.OneOf(
        chance, List.of(new Reply.Now(content(status)), new Reply.Now(content(200))));
  }

  /** The status, in words that JSON readers understand. */
  static Content content(int status) {
    return Content.json(status, JsonNodeFactory.instance.objectNode().put("status", status));
  }
}
