package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Many connections at once. */
final class Clients implements AutoCloseable {

  private final URI address;
  private final List<WireClient> all = new ArrayList<>();

  Clients(URI address) {
    this.address = address;
  }

  WireClient connect() throws IOException {
    WireClient client = WireClient.connect(address);
    all.add(client);
    return client;
  }

  void sendToAll(String bytes) throws IOException {
    for (WireClient client : all) {
      client.send(bytes);
    }
  }

  void assertEachAnsweredWith(int status) throws IOException {
    for (WireClient client : all) {
      assertThat(client.read().status()).isEqualTo(status);
    }
  }

  @Override
  public void close() throws IOException {
    for (WireClient client : all) {
      client.close();
    }
  }
}
