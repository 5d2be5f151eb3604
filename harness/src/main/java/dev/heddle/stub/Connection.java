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
  private final Books books;
  private final Presence presence;
  private final Preparer preparer;
  private final RequestReader reader;
  private final AnswerQueue answers;
  private final Patience patience;
  private ByteBuf unread = Unpooled.EMPTY_BUFFER;
  private boolean lastRequestRead;
  private boolean heldBack;
  private long leftToSend;

  Connection(Channel channel, Routes routes, BodyBudget bodies, Books books, StubLimits limits) {
    this.channel = channel;
    this.books = books;
    this.presence = new Presence(books);
    this.preparer = new Preparer(routes, origin(channel));
    this.reader = new RequestReader(preparer, bodies);
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
    reader.abandon();
    answers.abandon();
    presence.closed();
    dropUnread();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      books.failedUnexpectedly(cause);
    }
    var _ = ctx.close();
  }

  @Override
  public void idle() {
    var _ = channel.close();
  }

  @Override
  public void tooSlow() {
    if (reader.isAnswered() || lastRequestRead) {
      var _ = channel.close();
      return;
    }
    lastRequestRead = true;
    dropUnread();
    RefusedRequest refusal =
        new RefusedRequest(408, "the request did not arrive in time; send it faster");
    answers.add(preparer.refused(refusal), Numbers.NONE, System.nanoTime());
    answers.flush();
  }

  @Override
  public boolean isBusy() {
    return answers.isBusy() && !isUnread();
  }

  /** Whether the client has taken nothing of what is due to it since this was last asked. */
  private boolean isUnread() {
    long before = leftToSend;
    leftToSend = channel.bytesBeforeWritable();
    return leftToSend > 0 && leftToSend == before;
  }

  /** What one read brought arrived together, so one look at the clock is enough. */
  private void consume() {
    long now = System.nanoTime();
    patience.heard(now);
    while (isToBeRead() && answers.hasRoom() && reader.advance(unread)) {
      askForBody();
      take(reader.request(), now);
    }
    if (isToBeRead()) {
      // What was read is let go, or a client that is always in the middle of a request would fill
      // the memory.
      unread.discardSomeReadBytes();
    } else {
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
    lastRequestRead = request.last();
    patience.isInsideRequest(false, now);
    presence.asked(request.tally().counted());
    answers.add(request, reader.key(), now);
    reader.forgetIfUnrepeatable();
  }

  /** Only where no answer is due first, or the client would take it for that one's. */
  private void askForBody() {
    if (reader.isBodyHeldBack() && !answers.isBusy()) {
      answers.flush();
      var _ = channel.writeAndFlush(CONTINUE.duplicate());
      reader.bodyAskedFor();
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
    askForBody();
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
