package dev.heddle.planted.measure;

import io.netty.buffer.ByteBuf;

/** Uses Netty outside its packages. */
class KnowsNetty {
  Class<?> type = ByteBuf.class;
}
