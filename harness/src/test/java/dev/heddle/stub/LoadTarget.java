package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where some of the requests go: its share of them, and their bytes, made once. */
final class LoadTarget {

  private static final Pattern WORDS =
      Pattern.compile("((?<weight>[0-9]{1,9}(\\.[0-9]{1,9})?):)?(?<path>/[!-~]*)");
  private static final int LONGEST_KEY = 20;

  private final String path;
  private final double weight;
  private final ByteBuf unkeyed;
  private final byte[] beforeKey;
  private final byte[] afterKey;

  private LoadTarget(String path, double weight, String host) {
    String end = " HTTP/1.1\r\nhost: " + host + "\r\n\r\n";
    byte[] whole = ascii("GET " + path + end);
    this.path = path;
    this.weight = weight;
    this.unkeyed =
        Unpooled.unreleasableBuffer(Unpooled.directBuffer(whole.length).writeBytes(whole));
    this.beforeKey = ascii("GET " + path + (path.indexOf('?') < 0 ? "?" : "&") + "key=");
    this.afterKey = ascii(end);
  }

  /**
   * Reads {@code [WEIGHT:]PATH}; the weight is 1 where none is given.
   *
   * @param host what the requests' Host header says
   */
  static LoadTarget parse(String text, String host) {
    Matcher words = WORDS.matcher(text);
    if (words.matches()) {
      String weight = words.group("weight");
      double number = weight == null ? 1 : Double.parseDouble(weight);
      if (number > 0) {
        return new LoadTarget(words.group("path"), number, host);
      }
    }
    throw new IllegalArgumentException(
        "target is '%s'; allowed: PATH or WEIGHT:PATH, a path that starts with '/' and holds no space, and a positive decimal number, as in 0.5:/delay/1"
            .formatted(text));
  }

  String path() {
    return path;
  }

  double weight() {
    return weight;
  }

  /** A request's bytes, to be written and so released. */
  ByteBuf request() {
    return unkeyed.duplicate();
  }

  /** The bytes of the request with this key in its query. */
  ByteBuf request(long key, ByteBufAllocator buffers) {
    ByteBuf bytes = buffers.directBuffer(beforeKey.length + LONGEST_KEY + afterKey.length);
    bytes.writeBytes(beforeKey);
    bytes.writeCharSequence(Long.toString(key), StandardCharsets.US_ASCII);
    return bytes.writeBytes(afterKey);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
