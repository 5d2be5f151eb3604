package dev.heddle.idiom;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/** Starts something on a loop, in that loop, and returns the future of its value. */
@FunctionalInterface
interface LoopJob {
  Future<Object> start(EventLoop loop);
}
