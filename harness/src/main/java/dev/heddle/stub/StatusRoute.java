package dev.heddle.stub;

import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An empty answer with a given status, or with one of several, chosen by their weights. Codes below
 * 200 are interim answers and cannot end a request.
 */
final class StatusRoute implements Route {

  static final int LOWEST = 200;
  static final int HIGHEST = 599;

  private static final int STREAM = 3;
  private static final int MOST = 100;
  private static final Pattern WEIGHTED =
      Pattern.compile("([0-9]{1,9}):([0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})");

  private final long seed;

  StatusRoute(long seed) {
    this.seed = seed;
  }

  @Override
  public String template() {
    return "/status/{code}";
  }

  @Override
  public List<String> methods() {
    return Methods.ANY;
  }

  @Override
  public boolean numbered() {
    return true;
  }

  @Override
  public Reply reply(Request request, String argument) throws RefusedRequest {
    List<Reply> replies = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    String[] parts = argument.split(",", -1);
    if (parts.length > MOST) {
      throw RefusedRequest.badArgument("code", argument, "at most %d codes".formatted(MOST));
    }
    for (String part : parts) {
      Matcher weighted = WEIGHTED.matcher(part);
      boolean hasWeight = weighted.matches();
      replies.add(answer(hasWeight ? weighted.group(1) : part));
      weights.add(hasWeight ? new BigDecimal(weighted.group(2)).doubleValue() : 1.0);
    }
    requireWeights(argument, weights);
    return replies.size() == 1
        ? replies.getFirst()
        : new Reply.OneOf(Chance.weighted(request.args().seed(seed), STREAM, weights), replies);
  }

  private static void requireWeights(String argument, List<Double> weights) throws RefusedRequest {
    if (weights.stream().allMatch(weight -> weight == 0)) {
      throw RefusedRequest.badArgument("code", argument, "weights that are not all zero");
    }
  }

  private static Reply answer(String text) throws RefusedRequest {
    int code = WholeNumber.parse("code", text, LOWEST, HIGHEST);
    Content empty = Content.of(code, "text/plain", Unpooled.EMPTY_BUFFER);
    return new Reply.Now(
        switch (code) {
          case 301, 302, 303, 305, 307, 308 -> empty.withHeader("location", "/get");
          case 401 -> empty.withHeader("www-authenticate", "Basic realm=\"Fake Realm\"");
          case 407 -> empty.withHeader("proxy-authenticate", "Basic realm=\"Fake Realm\"");
          default -> empty;
        });
  }
}
