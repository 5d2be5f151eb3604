package dev.heddle.stub;

import java.util.List;

/** Starts the counts again, and tells them as they then stand. */
final class StatsResetRoute implements Route {

  private final Counters counters;

  StatsResetRoute(Counters counters) {
    this.counters = counters;
  }

  @Override
  public String template() {
    return "/stats/reset";
  }

  @Override
  public List<String> methods() {
    return List.of("GET", "HEAD", "POST");
  }

  @Override
  public boolean counted() {
    return false;
  }

  @Override
  public Reply reply(Request request, String argument) {
    return new Reply.Fresh(
        () -> {
          counters.reset();
          return Content.json(200, Json.tree(counters.snapshot()));
        });
  }
}
