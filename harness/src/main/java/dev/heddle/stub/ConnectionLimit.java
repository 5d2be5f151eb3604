package dev.heddle.stub;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections may be open at once. One too many is told so, and closed; so many more that
 * even telling them would exhaust the process are closed without a word. Thread-safe.
 */
final class ConnectionLimit {

  private static final int TOLD_AT_ONCE = 64;

  private final int limit;
  private final Books books;
  private final byte[] answer;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  ConnectionLimit(int limit, Books books) {
    this.limit = limit;
    this.books = books;
    this.answer =
        new AnswerFormat(Persistence.CLOSE, false)
            .render(
                Content.error(
                        503,
                        "%d connections are open; no more are allowed: close some, or raise --max-connections"
                            .formatted(limit))
                    .silent())
            .whole();
  }

  /** Whether one more may be served; if not, it is dealt with. */
  boolean admits(Channel channel) {
    if (take(open, limit, channel)) {
      return true;
    }
    books.connectionRefused();
    if (take(told, TOLD_AT_ONCE, channel)) {
      channel.pipeline().addLast(new Refusal(answer));
    } else {
      var _ = channel.close();
    }
    return false;
  }

  /** Takes one of a number of places for as long as a channel is open. */
  private static boolean take(AtomicInteger taken, int places, Channel channel) {
    if (taken.incrementAndGet() > places) {
      taken.decrementAndGet();
      return false;
    }
    channel.closeFuture().addListener(closed -> taken.decrementAndGet());
    return true;
  }

  /** Says no at once, and reads what comes so that the answer is not lost to a reset. */
  private static final class Refusal extends ChannelInboundHandlerAdapter {

    private final byte[] answer;

    Refusal(byte[] answer) {
      this.answer = answer;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ctx.writeAndFlush(Unpooled.wrappedBuffer(answer))
          .addListener(sent -> Linger.closeOurSide(ctx.channel()));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      var _ = ctx.close();
    }
  }
}
