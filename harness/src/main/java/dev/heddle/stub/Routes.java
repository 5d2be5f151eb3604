package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The routes there are. A new one is a file and a line here. */
final class Routes {

  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  static Routes standard(Counters counters) {
    return new Routes(
        List.of(
            new GetRoute(),
            new BytesRoute(),
            new StatusRoute(),
            new DelayRoute(),
            new StatsRoute(counters),
            new StatsResetRoute(counters)));
  }

  Optional<Route> find(String path) {
    return routes.stream().filter(route -> matches(route.template(), path)).findFirst();
  }

  /** The argument that a path gives to a route it matches. */
  static String argument(Route route, String path) {
    int brace = route.template().indexOf('{');
    return brace < 0 ? "" : path.substring(brace);
  }

  Reply unknown(String path) {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("error", "no route '%s'".formatted(path));
    routes.forEach(route -> body.withArray("routes").add(route.template()));
    return new Reply.Now(Content.json(404, body));
  }

  private static boolean matches(String template, String path) {
    int brace = template.indexOf('{');
    if (brace < 0) {
      return template.equals(path);
    }
    return path.length() > brace
        && path.startsWith(template.substring(0, brace))
        && path.indexOf('/', brace) < 0;
  }
}
