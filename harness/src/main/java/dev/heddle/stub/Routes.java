package dev.heddle.stub;

import dev.heddle.stub.latency.EmpiricalSources;
import java.util.List;

/** The routes there are. A new one is a file and a line here. */
final class Routes {

  private final List<Mounted> all;
  private final Mounted unknown;
  private final RouteTally malformed;

  Routes(List<Route> routes, Books books) {
    this.all = routes.stream().map(route -> mount(route, books)).toList();
    this.unknown = mount(new UnknownRoute(List.copyOf(routes)), books);
    this.malformed = books.tally("(malformed)", true);
  }

  static Routes standard(Books books, long seed, EmpiricalSources empirical) {
    return new Routes(
        List.of(
            new GetRoute(),
            new AnythingRoute("/anything"),
            new AnythingRoute("/anything/{path...}"),
            new HeadersRoute(),
            new StatusRoute(seed),
            new DelayRoute(),
            new BytesRoute(),
            new LatencyRoute(seed, empirical),
            new FaultRoute(seed),
            new FlakyRoute(seed),
            new StatsRoute(books),
            new StatsResetRoute(books),
            new StatsLogRoute(books)),
        books);
  }

  /** The route of a path, or the one that says that there is none. */
  Mounted find(String path) {
    return all.stream()
        .filter(mounted -> matches(mounted.route().template(), path))
        .findFirst()
        .orElse(unknown);
  }

  Mounted unknown() {
    return unknown;
  }

  /** The account of requests that no route could be found for. */
  RouteTally malformed() {
    return malformed;
  }

  /** The argument that a path gives to a route it matches. */
  static String argument(Route route, String path) {
    int brace = route.template().indexOf('{');
    return brace < 0 ? "" : path.substring(brace);
  }

  private static Mounted mount(Route route, Books books) {
    return new Mounted(route, books.tally(route.template(), route.counted()));
  }

  private static boolean matches(String template, String path) {
    int brace = template.indexOf('{');
    if (brace < 0) {
      return template.equals(path);
    }
    return path.length() > brace
        && path.startsWith(template.substring(0, brace))
        && (template.endsWith("...}") || path.indexOf('/', brace) < 0);
  }
}
