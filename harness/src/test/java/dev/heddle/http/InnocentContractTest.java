package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancelling one exchange does no harm to another, which may have got its connection meanwhile. */
class InnocentContractTest {

  private static final int ROUNDS = 300;
  private static final Executor NEW_THREAD = body -> Thread.ofPlatform().start(body);

  /**
   * Cancels exchanges while their answers come in, so that their connections are given to others at
   * about that time. The others must not be repeated in silence, so that harm shows.
   */
  @ParameterizedTest
  @EnumSource
  void exchangeCancelledWhileItsAnswerComesInHarmsNoOther(Side side) throws Exception {
    var answered = new Semaphore(0);
    var over = new AtomicBoolean();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    String path = connection.readPath();
                    connection.sendBody(path);
                    if (path.equals("/doomed")) {
                      answered.release();
                    }
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      List<CompletableFuture<Void>> innocents = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Request innocent = new Request("POST", server.uri("/innocent/" + i));
        innocents.add(CompletableFuture.runAsync(() -> repeat(client, innocent, over), NEW_THREAD));
      }
      for (int round = 0; round < ROUNDS; round++) {
        Exchange doomed = client.get(server.uri("/doomed"));
        assertThat(answered.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        Spin.micros(round % 200);
        doomed.cancel();
        assertThat(doomed.endedWith("/doomed")).isTrue();
      }
      over.set(true);
      for (CompletableFuture<Void> innocent : innocents) {
        assertThat(innocent).succeedsWithin(20, TimeUnit.SECONDS);
      }
      assertThat(client.inFlight()).isZero();
    }
  }

  private static void repeat(Carrier client, Request request, AtomicBoolean over) {
    while (!over.get()) {
      try {
        assertThat(client.begin(request).text()).isEqualTo(request.target().getPath());
      } catch (Exception e) {
        throw new AssertionError("An innocent exchange failed", e);
      }
    }
  }
}
