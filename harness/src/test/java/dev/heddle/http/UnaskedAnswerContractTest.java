package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes over an idle connection answers nothing (RFC 9112, section 9.2). */
class UnaskedAnswerContractTest {

  private final CountDownLatch idle = new CountDownLatch(1);
  private final CountDownLatch sent = new CountDownLatch(1);

  private ScriptedServer sendingUnasked() throws Exception {
    return ScriptedServer.playing(
        connection -> {
          while (true) {
            String path = connection.readPath();
            connection.sendBody(path);
            if (path.equals("/first")) {
              Await.latch(idle);
              connection.sendBody("unasked");
              sent.countDown();
            }
          }
        });
  }

  /** These look when the last exchange has begun more than a millisecond ago. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "SOCKET.*|APACHE.*")
  void isNotTakenForTheNextAnswer(Side side) throws Exception {
    try (var server = sendingUnasked();
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/first")).text()).isEqualTo("/first");
      idle.countDown();
      Await.latch(sent);
      Spin.micros(1_000);
      assertThat(client.get(server.uri("/next")).text()).isEqualTo("/next");
      assertThat(server.accepted()).isEqualTo(2);
      Await.until(() -> server.open() == 1);
    }
  }

  /** These read all the time. An exchange that begins before they have read is not protected. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "NETTY.*|JDK.*")
  void closesTheConnection(Side side) throws Exception {
    try (var server = sendingUnasked();
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/first")).text()).isEqualTo("/first");
      idle.countDown();
      Await.latch(sent);
      Await.until(() -> server.open() == 0);
      assertThat(client.get(server.uri("/next")).text()).isEqualTo("/next");
    }
  }
}
