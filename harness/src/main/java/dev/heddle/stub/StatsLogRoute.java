package dev.heddle.stub;

import io.netty.buffer.Unpooled;

/** Everything timed since the last reset, as an HdrHistogram log. */
final class StatsLogRoute implements Route {

  private final Books books;

  StatsLogRoute(Books books) {
    this.books = books;
  }

  @Override
  public String template() {
    return "/stats/latency.hlog";
  }

  @Override
  public boolean counted() {
    return false;
  }

  @Override
  public Reply reply(Request request, String argument) {
    return new Reply.Fresh(
        () ->
            Content.of(200, "text/plain", Unpooled.wrappedBuffer(books.timings().toBytes()))
                .silent());
  }
}
