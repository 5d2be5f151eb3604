package dev.heddle.stub;

/** Tells what was counted. */
final class StatsRoute implements Route {

  private final Books books;

  StatsRoute(Books books) {
    this.books = books;
  }

  @Override
  public String template() {
    return "/stats";
  }

  @Override
  public boolean counted() {
    return false;
  }

  @Override
  public Reply reply(Request request, String argument) {
    return new Reply.Fresh(() -> Content.json(200, Json.tree(books.snapshot())).silent());
  }
}
