package dev.heddle.stub;

/** Echoes the request's headers. */
final class HeadersRoute implements Route {

  @Override
  public String template() {
    return "/headers";
  }

  @Override
  public Reply reply(Request request, String argument) {
    return new Reply.Now(Content.json(200, Echo.headersOf(request)));
  }
}
