package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One connection, which carries one request at a time. Confined to the event loop. */
final class LoadConnection extends ChannelInboundHandlerAdapter {

  private static final int NONE = -1;

  private final LoadPool pool;
  private final LoadResponse response = new LoadResponse();
  private @Nullable Channel channel;
  private int target;
  private long intended;
  private long since;
  private boolean sent;

  /** Opens with a request to be sent as soon as it is open. */
  LoadConnection(LoadPool pool, int target, long intended) {
    this.pool = pool;
    this.target = target;
    this.intended = intended;
    this.since = System.nanoTime();
  }

  /** What the attempt to connect came to. */
  void connected(ChannelFuture attempt) {
    if (!attempt.isSuccess()) {
      end(LoadEnding.CONNECT_FAILED);
      pool.gone(this);
    }
  }

  boolean isUsable() {
    return channel != null && channel.isActive();
  }

  boolean isBusy() {
    return target != NONE;
  }

  void send(int nextTarget, long nextIntended) {
    target = nextTarget;
    intended = nextIntended;
    write();
  }

  /** Ends a request that has waited for longer than it may. */
  void expire(long now, long timeout) {
    if (sent && now - since > timeout) {
      end(LoadEnding.TIMED_OUT);
      close();
    }
  }

  void close() {
    if (channel != null) {
      ChannelFuture _ = channel.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    write();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      if (isBusy()) {
        read(in);
      } else if (channel != null && channel.isOpen()) {
        giveUpForStray();
      }
    } finally {
      in.release();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(
        response.state() == LoadResponse.State.NOTHING
            ? LoadEnding.CLOSED_BEFORE_ANSWER
            : LoadEnding.CLOSED_IN_ANSWER);
    pool.gone(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      cause.printStackTrace();
    }
    end(LoadEnding.RESET);
    close();
  }

  private void write() {
    Channel open = channel;
    if (open != null) {
      since = System.nanoTime();
      sent = true;
      response.clear();
      pool.tally().sent(target, since - intended);
      // A write that fails is heard of as an exception.
      ChannelFuture _ = open.writeAndFlush(pool.request(target, open.alloc()), open.voidPromise());
    }
  }

  private void read(ByteBuf in) {
    switch (response.read(in)) {
      case NOTHING, HEAD, BODY -> {}
      case GARBAGE -> {
        end(LoadEnding.GARBAGE);
        close();
      }
      case WHOLE -> whole(in.isReadable());
    }
  }

  private void whole(boolean more) {
    pool.tally().completed(target, response.status(), System.nanoTime() - intended);
    target = NONE;
    sent = false;
    if (more) {
      giveUpForStray();
    } else if (response.closes()) {
      close();
    } else {
      pool.release(this);
    }
  }

  private void giveUpForStray() {
    pool.tally().stray();
    close();
  }

  private void end(LoadEnding ending) {
    if (isBusy()) {
      pool.tally().ended(target, ending);
      target = NONE;
      sent = false;
    }
  }
}
