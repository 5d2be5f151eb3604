package dev.heddle.stub;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Echoes the request no earlier than a number of seconds after it was read. */
final class DelayRoute implements Route {

  static final int MAX_SECONDS = 3600;

  private static final Pattern DECIMAL =
      Pattern.compile("[0-9]{1,9}(\\.[0-9]{0,9})?|\\.[0-9]{1,9}");

  @Override
  public String template() {
    return "/delay/{seconds}";
  }

  @Override
  public List<String> methods() {
    return Methods.ANY;
  }

  @Override
  public boolean readsBody() {
    return true;
  }

  @Override
  public Reply reply(Request request, String argument) throws RefusedRequest {
    Content echo = Content.json(200, Echo.withBody(request));
    long nanos = nanos(argument);
    return new Reply.After(number -> nanos, echo);
  }

  private static long nanos(String text) throws RefusedRequest {
    if (DECIMAL.matcher(text).matches()) {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.compareTo(BigDecimal.valueOf(MAX_SECONDS)) <= 0) {
        return seconds.movePointRight(9).longValueExact();
      }
    }
    throw RefusedRequest.badArgument(
        "seconds",
        text,
        "a decimal number from 0 to %d, with at most nine decimals".formatted(MAX_SECONDS));
  }
}
