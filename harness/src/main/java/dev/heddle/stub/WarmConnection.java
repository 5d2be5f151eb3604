package dev.heddle.stub;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One blocking connection of the warm-up: asks, and reads answers of fewer than 4 KiB to their last
 * byte.
 */
final class WarmConnection implements Closeable {

  private static final String LENGTH = "content-length: ";
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(4096);
  private final Map<String, ByteBuffer> requests = new HashMap<>();

  private WarmConnection(SocketChannel channel) {
    this.channel = channel;
  }

  static WarmConnection open(URI address) throws IOException {
    SocketChannel channel =
        SocketChannel.open(
            new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new WarmConnection(channel);
  }

  void ask(String target) throws IOException {
    ByteBuffer request = requests.computeIfAbsent(target, WarmConnection::request).rewind();
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  void readAnswer() throws IOException {
    in.clear();
    while (!isWhole()) {
      if (channel.read(in) <= 0) {
        throw new IOException(
            "the stub ended a warm-up connection after %d bytes of an answer"
                .formatted(in.position()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private boolean isWhole() {
    String text = StandardCharsets.ISO_8859_1.decode(in.duplicate().flip()).toString();
    int end = text.indexOf(END_OF_HEAD);
    int length = text.indexOf(LENGTH);
    return end >= 0
        && in.position()
            >= end
                + END_OF_HEAD.length()
                + Integer.parseInt(text, length + LENGTH.length(), text.indexOf('\r', length), 10);
  }

  private static ByteBuffer request(String target) {
    byte[] bytes =
        ("GET " + target + " HTTP/1.1\r\nHost: warm-up\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
