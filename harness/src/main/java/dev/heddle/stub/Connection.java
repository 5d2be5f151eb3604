package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * One client's connection. It is always being read, so that a client that goes away is noticed
 * while it waits.
 */
final class Connection extends ChannelInboundHandlerAdapter implements Patience.Listener {

  private static final ByteBuf CONTINUE =
      Unpooled.unreleasableBuffer(
          Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII));

  private final Channel channel;
  private final Presence presence;
  private final Preparer preparer;
  private final RequestReader reader;
  private final AnswerQueue answers;
  private final Patience patience;
  private ByteBuf unread = Unpooled.EMPTY_BUFFER;
  private boolean lastRequestRead;
  private boolean heldBack;

  Connection(Channel channel, Routes routes, Books books, StubLimits limits) {
    this.channel = channel;
    this.presence = new Presence(books);
    this.preparer = new Preparer(routes, origin(channel));
    this.reader = new RequestReader(preparer);
    this.answers = new AnswerQueue(channel, books, this::resume);
    this.patience = new Patience(channel, limits, this);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    presence.opened();
    patience.start();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    unread = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, (ByteBuf) message);
    consume();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    answers.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    resume();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    patience.stop();
    answers.abandon();
    presence.closed();
    dropUnread();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      System.err.println("heddle stub: closed a connection after an unexpected error: " + cause);
    }
    var _ = ctx.close();
  }

  @Override
  public void idle() {
    var _ = channel.close();
  }

  @Override
  public void tooSlow() {
    lastRequestRead = true;
    dropUnread();
    RefusedRequest refusal =
        new RefusedRequest(408, "the request did not arrive in time; send it faster");
    answers.add(preparer.refused(refusal), Numbers.NONE, System.nanoTime());
    answers.flush();
  }

  @Override
  public boolean isBusy() {
    return answers.isBusy();
  }

  /** What one read brought arrived together, so one look at the clock is enough. */
  private void consume() {
    long now = System.nanoTime();
    patience.heard(now);
    while (isToBeRead() && answers.hasRoom() && reader.advance(unread)) {
      take(reader.request(), now);
    }
    if (!isToBeRead()) {
      dropUnread();
    }
    patience.isInsideRequest(reader.isInside(unread), now);
    askForBody();
    holdBackOrGoOn();
  }

  private boolean isToBeRead() {
    return unread.isReadable() && !lastRequestRead && !answers.isBroken();
  }

  private void take(Prepared request, long now) {
    presence.asked(request.counted());
    answers.add(request, reader.key(), now);
    lastRequestRead = request.last();
  }

  /** Only where no answer is due first, which would come in between. */
  private void askForBody() {
    if (reader.takeContinueWanted() && !answers.isBusy()) {
      var _ = channel.writeAndFlush(CONTINUE.duplicate());
    }
  }

  private void holdBackOrGoOn() {
    boolean full = !answers.hasRoom() && !lastRequestRead;
    if (full != heldBack) {
      heldBack = full;
      channel.config().setAutoRead(!full);
    }
  }

  private void resume() {
    patience.heard(System.nanoTime());
    if (heldBack && answers.hasRoom()) {
      consume();
      answers.flush();
    }
  }

  private void dropUnread() {
    unread.release();
    unread = Unpooled.EMPTY_BUFFER;
  }

  private static String origin(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : "unknown";
  }
}
