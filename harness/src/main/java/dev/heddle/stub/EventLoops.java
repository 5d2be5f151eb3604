package dev.heddle.stub;

import dev.heddle.os.TimerSlack;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ThreadFactory;

/** Threads that wake up as precisely as the system allows. */
final class EventLoops {

  private EventLoops() {}

  static EventLoopGroup open(int threads, StubTransport transport) {
    ThreadFactory daemons = new DefaultThreadFactory("heddle-stub", true);
    ThreadFactory precise = loop -> daemons.newThread(() -> runPrecisely(loop));
    return new MultiThreadIoEventLoopGroup(threads, precise, transport.handlers());
  }

  private static void runPrecisely(Runnable loop) {
    TimerSlack.lower();
    loop.run();
  }
}
