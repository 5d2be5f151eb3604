package dev.heddle.stub;

/** Echoes the request as JSON. */
final class GetRoute implements Route {

  @Override
  public String template() {
    return "/get";
  }

  @Override
  public Reply reply(Request request, String argument) {
    return new Reply.Now(Content.json(200, Echo.of(request)));
  }
}
