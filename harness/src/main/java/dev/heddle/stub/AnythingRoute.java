package dev.heddle.stub;

import java.util.List;

/** Echoes any request with its body. */
record AnythingRoute(String template) implements Route {

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
    return new Reply.Now(Content.json(200, Echo.withBody(request)));
  }
}
