package dev.heddle.http;

import java.io.IOException;
import java.util.Arrays;

/** Collects a body up to a limit, in bytes. */
final class BodyBuffer {

  private static final byte[] EMPTY = {};
  private static final int LEAST_GROWTH = 512;

  private final Address address;
  private final int limit;
  private byte[] bytes = EMPTY;
  private int length;

  BodyBuffer(Address address, int limit) {
    this.address = address;
    this.limit = limit;
  }

  /** Makes room for exactly {@code size} bytes. */
  void expect(long size) throws IOException {
    requireWithinLimit(size);
    bytes = size == 0 ? EMPTY : new byte[(int) size];
  }

  void append(byte[] source, int from, int count) throws IOException {
    requireWithinLimit((long) length + count);
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, grown(length + count));
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  int length() {
    return length;
  }

  /** Hands the body over and begins anew. */
  byte[] take() {
    byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    clear();
    return whole;
  }

  void clear() {
    bytes = EMPTY;
    length = 0;
  }

  /** Throws if a body of {@code size} bytes would break the limit. */
  void requireWithinLimit(long size) throws IOException {
    if (size > limit) {
      throw new BodyTooLargeException(address, limit);
    }
  }

  private int grown(int needed) {
    long doubled = Math.max(LEAST_GROWTH, 2L * bytes.length);
    return (int) Math.max(needed, Math.min(doubled, limit));
  }
}
