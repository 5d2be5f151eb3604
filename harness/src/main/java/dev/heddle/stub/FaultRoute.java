package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Misbehaves, for all requests or a share of them. What is not spoilt is answered with the name of
 * the fault that might have been.
 */
final class FaultRoute implements Route {

  static final int MAX_BYTES_PER_SECOND = 999_999_999;

  private static final int STREAM = 1;
  private static final int BYTES_PER_SECOND = 10;

  private final long seed;

  FaultRoute(long seed) {
    this.seed = seed;
  }

  @Override
  public String template() {
    return "/fault/{kind}";
  }

  @Override
  public boolean numbered() {
    return true;
  }

  @Override
  public Reply reply(Request request, String argument) throws RefusedRequest {
    Arguments args = request.args();
    requireKnown(argument, args);
    long drawn = args.seed(seed);
    Content content =
        Content.json(200, JsonNodeFactory.instance.objectNode().put("fault", argument));
    List<Reply> replies =
        List.of(faulty(argument, drawn, args, content.silent()), new Reply.Now(content));
    return new Reply.OneOf(Chance.of(drawn, STREAM, args.share("rate", 1)), replies);
  }

  private static void requireKnown(String kind, Arguments args) throws RefusedRequest {
    if (kind.equals("slow")) {
      args.requireOnly("bytes_per_second", "rate", "seed", "key");
    } else {
      args.requireOnly("rate", "seed", "key");
    }
  }

  private static Reply faulty(String kind, long seed, Arguments args, Content content)
      throws RefusedRequest {
    return switch (kind) {
      case "reset" -> new Reply.Spoiled(new Fault.Reset(), content);
      case "close" -> new Reply.Spoiled(new Fault.Close(), content);
      case "truncate" -> new Reply.Spoiled(new Fault.Truncate(seed), content);
      case "garbage" -> new Reply.Spoiled(new Fault.Garbage(seed), content);
      case "stall" -> new Reply.Spoiled(new Fault.Stall(), content);
      case "slow" -> new Reply.Dripped(bytesPerSecond(args), content);
      default ->
          throw RefusedRequest.badArgument(
              "kind", kind, "reset, close, truncate, garbage, stall, slow");
    };
  }

  private static long bytesPerSecond(Arguments args) throws RefusedRequest {
    return args.count("bytes_per_second", BYTES_PER_SECOND, 1, MAX_BYTES_PER_SECOND);
  }
}
