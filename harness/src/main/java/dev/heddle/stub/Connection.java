package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * One client's connection. It is always being read, so that a client that goes away is noticed
 * while it waits.
 */
final class Connection extends ChannelInboundHandlerAdapter {

  private final Channel channel;
  private final Presence presence;
  private final RequestReader reader;
  private final AnswerQueue answers;
  private ByteBuf unread = Unpooled.EMPTY_BUFFER;
  private boolean lastRequestRead;
  private boolean heldBack;

  Connection(Channel channel, Routes routes, Counters counters) {
    this.channel = channel;
    this.presence = new Presence(counters);
    this.reader = new RequestReader(new Preparer(routes, origin(channel)));
    this.answers = new AnswerQueue(channel, counters, this::resume);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    presence.opened();
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

  private void consume() {
    while (unread.isReadable() && !lastRequestRead && answers.hasRoom()) {
      if (!reader.advance(unread)) {
        break;
      }
      Prepared request = reader.request();
      presence.asked(request.counted());
      answers.add(request);
      lastRequestRead = request.last();
    }
    if (lastRequestRead || !unread.isReadable()) {
      dropUnread();
    }
    holdBackOrGoOn();
  }

  private void holdBackOrGoOn() {
    boolean full = !answers.hasRoom() && !lastRequestRead;
    if (full != heldBack) {
      heldBack = full;
      channel.config().setAutoRead(!full);
    }
  }

  private void resume() {
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
