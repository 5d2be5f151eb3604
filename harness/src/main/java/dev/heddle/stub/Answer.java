package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * An answer as bytes. A small one is all in the start, copied into one buffer with its neighbours;
 * the body of a large one is written from where it lies.
 */
final class Answer {

  private final int status;
  private final byte[] start;
  private final int headLength;
  private final ByteBuf rest;
  private final int timingAt;

  /**
   * An answer without timing headers where {@code timingAt} is negative.
   *
   * @param headLength how much of the start is the head
   * @param timingAt where in the start {@link TimingHeaders} lie
   */
  Answer(int status, byte[] start, int headLength, ByteBuf rest, int timingAt) {
    this.status = status;
    this.start = start;
    this.headLength = headLength;
    this.rest = rest;
    this.timingAt = timingAt;
  }

  int status() {
    return status;
  }

  /** Copies the start, telling the times in it where it has a place for them. */
  void copyStartTo(ByteBuf out, long plannedNanos, long actualNanos, long sincePreviousNanos) {
    int begin = out.writerIndex();
    out.writeBytes(start);
    if (timingAt >= 0) {
      TimingHeaders.fillIn(out, begin + timingAt, plannedNanos, actualNanos, sincePreviousNanos);
    }
  }

  boolean tellsItsTimes() {
    return timingAt >= 0;
  }

  /** All its bytes. */
  long length() {
    return (long) start.length + rest.readableBytes();
  }

  int startLength() {
    return start.length;
  }

  /** The bytes of a small answer. */
  byte[] whole() {
    return start.clone();
  }

  /**
   * The head of a small answer and a share, below 1, of its body; or that share of its head, if
   * that is all there is.
   */
  byte[] part(double share) {
    int whole = start.length > headLength ? headLength : 0;
    return Arrays.copyOf(start, whole + (int) (share * (start.length - whole)));
  }

  ByteBuf rest() {
    return rest;
  }
}
