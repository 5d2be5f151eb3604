package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer to a cancelled request reaches nobody, whatever becomes of its connection. */
class LateAnswerContractTest {

  private static final ExchangePolicy ONE_CONNECTION =
      ExchangePolicy.DEFAULT.withConnectionLimit(1);

  @ParameterizedTest
  @EnumSource
  void answerLetOutWhileTheNextRequestWaitsIsNotTakenForItsAnswer(Side side) throws Exception {
    try (var server = WithholdingServer.ofAll()) {
      assertNextGetsItsOwnAnswer(side, server);
    }
  }

  @ParameterizedTest
  @EnumSource
  void restOfAnAnswerLetOutWhileTheNextRequestWaitsIsNotTakenForItsAnswer(Side side)
      throws Exception {
    try (var server = WithholdingServer.ofTheRest()) {
      assertNextGetsItsOwnAnswer(side, server);
    }
  }

  private static void assertNextGetsItsOwnAnswer(Side side, WithholdingServer server)
      throws Exception {
    try (var client = side.open(ONE_CONNECTION)) {
      Exchange withheld = client.get(server.uri("/withheld"));
      server.awaitWithheld();
      withheld.cancel();
      assertThat(withheld.failure()).isInstanceOf(CancellationException.class);
      assertThat(client.get(server.uri("/next")).text()).isEqualTo("/next");
      assertThat(server.requests()).containsExactly("1 /withheld", "2 /next");
      assertThat(client.inFlight()).isZero();
    }
  }

  /** Two event loops do not share connections, so that none might be used twice. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NETTY")
  void requestCancelledOnAConnectionUsedBeforeIsNotRepeated(Side side) throws Exception {
    try (var server = WithholdingServer.ofAll();
        var client = side.open(ONE_CONNECTION)) {
      assertThat(client.get(server.uri("/before")).text()).isEqualTo("/before");
      Exchange withheld = client.get(server.uri("/withheld"));
      server.awaitWithheld();
      withheld.cancel();
      assertThat(withheld.failure()).isInstanceOf(CancellationException.class);
      assertThat(client.get(server.uri("/next")).text()).isEqualTo("/next");
      assertThat(server.requests()).containsExactly("1 /before", "1 /withheld", "2 /next");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NETTY")
  void connectionOfARequestCancelledAfterItsAnswerServesTheNextOne(Side side) throws Exception {
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    connection.sendBody(connection.number() + " " + connection.readPath());
                  }
                });
        var client = side.open(ONE_CONNECTION)) {
      Exchange answered = client.get(server.uri("/answered"));
      assertThat(answered.text()).isEqualTo("1 /answered");
      answered.cancel();
      assertThat(client.get(server.uri("/next")).text()).isEqualTo("1 /next");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answerThatRacesWithTheCancellationReachesNobodyElse(Side side) throws Exception {
    var asked = new Semaphore(0);
    var answer = new Semaphore(0);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    String path = connection.readPath();
                    if (path.startsWith("/doomed")) {
                      asked.release();
                      answer.acquire();
                    }
                    connection.sendBody(path);
                  }
                });
        var client = side.open(ONE_CONNECTION)) {
      for (int round = 0; round < 200; round++) {
        Exchange doomed = client.get(server.uri("/doomed/" + round));
        assertThat(asked.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        answer.release();
        Spin.micros(round);
        doomed.cancel();
        Exchange next = client.get(server.uri("/next/" + round));
        assertThat(next.text()).isEqualTo("/next/" + round);
        assertThat(doomed.endedWith("/doomed/" + round)).isTrue();
      }
      assertThat(client.inFlight()).isZero();
    }
  }
}
