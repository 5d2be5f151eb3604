package dev.heddle.stub;

/**
 * An empty answer with a given status. Codes below 200 are interim answers and cannot end a
 * request.
 */
final class StatusRoute implements Route {

  @Override
  public String template() {
    return "/status/{code}";
  }

  @Override
  public Reply reply(Request request, String argument) throws RefusedRequest {
    return new Reply.Now(Content.empty(WholeNumber.parse("code", argument, 200, 599)));
  }
}
