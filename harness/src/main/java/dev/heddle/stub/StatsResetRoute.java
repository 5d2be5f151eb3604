package dev.heddle.stub;

import java.util.List;

/** Starts the counts again, and tells them as they then stand. */
final class StatsResetRoute implements Route {

  private final Books books;

  StatsResetRoute(Books books) {
    this.books = books;
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
          books.reset();
          return Content.json(200, Json.tree(books.snapshot())).silent();
        });
  }
}
