package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Where a path leads that no route has: 404, with the routes there are. */
record UnknownRoute(List<Route> others) implements Route {

  @Override
  public String template() {
    return "(unknown)";
  }

  @Override
  public boolean answersTo(String method) {
    return true;
  }

  @Override
  public Reply reply(Request request, String argument) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", "no route '%s'".formatted(request.path()));
    others.forEach(route -> body.withArray("routes").add(route.template()));
    return new Reply.Now(Content.json(404, body));
  }
}
