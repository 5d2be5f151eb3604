package dev.heddle.stub;

import io.netty.buffer.ByteBuf;

/**
 * An answer as bytes. A small one is all in the start, copied into one buffer with its neighbours;
 * the body of a large one is written from where it lies.
 */
final class Answer {

  private final byte[] start;
  private final ByteBuf rest;

  Answer(byte[] start, ByteBuf rest) {
    this.start = start;
    this.rest = rest;
  }

  void copyStartTo(ByteBuf out) {
    out.writeBytes(start);
  }

  int startLength() {
    return start.length;
  }

  ByteBuf rest() {
    return rest;
  }
}
