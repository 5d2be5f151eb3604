package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whoever does not ask for more is reached from this machine alone, as SECURITY.md promises. */
class LoopbackTest {

  private static final int SECONDS = 5;

  @Test
  void theCommandAsksForLoopbackWhereItIsNotToldOtherwise() throws IOException {
    StubMain main = new StubMain();
    var _ = new CommandLine(main).parseArgs("--port=0");

    assertThat(InetAddress.getByName(main.options().bind()).isLoopbackAddress()).isTrue();
  }

  @Test
  void noAddressButItsOwnLeadsToIt() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT.unwarmed())) {
      assertThat(server.isLoopback()).isTrue();
      connect("127.0.0.1", server.address().getPort());
      assertThatThrownBy(() -> connect("127.0.0.2", server.address().getPort()))
          .isInstanceOf(IOException.class);
    }
  }

  private static void connect(String address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), SECONDS * 1000);
    }
  }
}
