package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.http.WithholdingServer;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.stub.Counts;
import dev.heddle.stub.StubStats;
import dev.heddle.task.Task;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An exchange under cancellation: for each model over each transport it can run over, by the books
 * of a stub in a process of its own.
 */
class FetchCancellationContractTest {

  private static final String EVERY_WIRED_MODEL = "dev.heddle.model.WiredModel#all";
  private static final int CHILDREN = 100;
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int LIMIT = 8;
  private static final ExchangePolicy FEW_CONNECTIONS =
      ExchangePolicy.DEFAULT.withConnectionLimit(LIMIT);
  private static final ExchangePolicy ONE_CONNECTION =
      ExchangePolicy.DEFAULT.withConnectionLimit(1);

  private static WatchedStub stub;

  @BeforeAll
  static void startStub() throws IOException {
    stub = WatchedStub.start();
  }

  @AfterAll
  static void endStub() {
    stub.close();
  }

  @BeforeEach
  void resetStub() throws IOException {
    stub.reset();
  }

  /** A starved machine may be late once; one that is late three times in a row is not starved. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void cancellingAGatherClosesAllItsConnectionsWithinASecond(WiredModel wired) {
    wired.on(
        ExchangePolicy.DEFAULT,
        model -> {
          long least = Long.MAX_VALUE;
          for (int attempt = 0; attempt < 3 && least >= SECOND_NANOS; attempt++) {
            stub.reset();
            HeldGather gather = HeldGather.startAndAwaitArrival(model, stub, CHILDREN);
            least = Math.min(least, gather.cancelAndAwaitAborts());
          }
          assertThat(least).as("ns until the last close").isLessThan(SECOND_NANOS);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void cancellingAGatherLeaksNoConnectionAndLeavesTheModelUsable(WiredModel wired)
      throws Exception {
    wired.on(
        ExchangePolicy.DEFAULT,
        model -> {
          HeldGather gather = HeldGather.startAndAwaitArrival(model, stub, CHILDREN);
          gather.cancelAndAwaitAborts();
          assertCancelled(gather.task());
          assertThat(
                  Counts.of(
                      stub.until("no open connection", stats -> stats.openConnections() == 0)))
              .isEqualTo(new Counts(CHILDREN, 0, CHILDREN, 0, CHILDREN, 0, CHILDREN));
          assertThat(await(model.start(stub.get("/get"))).status()).isEqualTo(200);
          assertThat(Counts.of(stub.stats()))
              .isEqualTo(new Counts(CHILDREN + 1, 1, CHILDREN + 1, 1, CHILDREN, 0, CHILDREN));
        });
    stub.until("no connection of a closed model", stats -> stats.openConnections() == 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void cancellingAGatherOverIdleConnectionsClosesThoseItUses(WiredModel wired) throws Exception {
    wired.on(
        ExchangePolicy.DEFAULT,
        model -> {
          List<Response> warm =
              await(model.start(new Gather<>(Collections.nCopies(LIMIT, stub.get("/delay/0.1")))));
          assertThat(warm).hasSize(LIMIT);
          long idle = stub.stats().openConnections();
          HeldGather gather = HeldGather.startAndAwaitArrival(model, stub, CHILDREN);
          gather.cancelAndAwaitAborts();
          assertCancelled(gather.task());
          // Event loops each have idle connections of their own, which others cannot use.
          StubStats after =
              stub.until("at most the idle ones open", stats -> stats.openConnections() <= idle);
          assertThat(after.abortedByClient()).isEqualTo(CHILDREN);
          assertThat(after.received()).isEqualTo(LIMIT + CHILDREN);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void cancellingAGatherAtAnyMomentLeavesNoConnectionOpen(WiredModel wired) throws Exception {
    wired.on(
        FEW_CONNECTIONS,
        model -> {
          for (int round = 0; round < 2 * (LIMIT + 1); round++) {
            long received = stub.stats().received() + round % (LIMIT + 1);
            HeldGather gather = HeldGather.start(model, stub, 2 * LIMIT);
            stub.until("some requests received", stats -> stats.received() >= received);
            assertThat(gather.task().cancel()).isTrue();
            assertCancelled(gather.task());
          }
          StubStats after =
              stub.until(
                  "nothing in flight, nothing open",
                  stats -> stats.inFlight() == 0 && stats.openConnections() == 0);
          assertThat(after.completed()).isZero();
          assertThat(await(model.start(stub.get("/get"))).status()).isEqualTo(200);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void fetchesCancelledWhileTheyWaitForAConnectionLoseNoConnectionsRight(WiredModel wired)
      throws Exception {
    wired.on(
        FEW_CONNECTIONS,
        model -> {
          HeldGather waiting = HeldGather.start(model, stub, CHILDREN);
          waiting.awaitInFlight(LIMIT);
          assertThat(waiting.task().cancel()).isTrue();
          assertCancelled(waiting.task());
          // The children are cancelled in turn: one that ends lets the next one have its
          // connection.
          stub.until("nothing open", stats -> stats.openConnections() == 0);
          stub.until("all aborted", stats -> stats.abortedByClient() == stats.received());
          HeldGather again = HeldGather.startAndAwaitArrival(model, stub, LIMIT);
          again.cancelAndAwaitAborts();
          assertCancelled(again.task());
          assertThat(
                  await(model.start(new Gather<>(Collections.nCopies(CHILDREN, stub.get("/get"))))))
              .hasSize(CHILDREN)
              .allSatisfy(response -> assertThat(response.status()).isEqualTo(200));
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void cancellingOneGatherLeavesAnotherAlone(WiredModel wired) throws Exception {
    wired.on(
        ExchangePolicy.DEFAULT,
        model -> {
          Task<List<Response>> kept =
              model.start(new Gather<>(Collections.nCopies(LIMIT, stub.get("/delay/0.2?n=kept"))));
          HeldGather gather = HeldGather.start(model, stub, CHILDREN);
          stub.until("all received", stats -> stats.received() == CHILDREN + LIMIT);
          gather.cancelAndAwaitAborts();
          assertCancelled(gather.task());
          assertThat(await(kept))
              .hasSize(LIMIT)
              .allSatisfy(response -> assertThat(response.text()).contains("n=kept"));
          assertThat(stub.stats().abortedByClient()).isEqualTo(CHILDREN);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void anAnswerLetOutWhileTheNextFetchWaitsIsNotTakenForItsAnswer(WiredModel wired) {
    wired.on(
        ONE_CONNECTION,
        model -> {
          try (WithholdingServer server = WithholdingServer.ofAll()) {
            assertTheNextFetchGetsItsOwnAnswer(model, server);
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EVERY_WIRED_MODEL)
  void theRestOfAnAnswerLetOutWhileTheNextFetchWaitsIsNotTakenForItsAnswer(WiredModel wired) {
    wired.on(
        ONE_CONNECTION,
        model -> {
          try (WithholdingServer server = WithholdingServer.ofTheRest()) {
            assertTheNextFetchGetsItsOwnAnswer(model, server);
          }
        });
  }

  /** The pool has no more than one connection: the next fetch would get the cancelled one's. */
  private static void assertTheNextFetchGetsItsOwnAnswer(
      ExecutionModel model, WithholdingServer server) throws Exception {
    assertThat(await(model.start(fetch(server, "/before"))).text()).isEqualTo("/before");
    Task<Response> withheld = model.start(fetch(server, "/withheld"));
    server.awaitWithheld();
    assertThat(withheld.cancel()).isTrue();
    assertCancelled(withheld);
    assertThat(await(model.start(fetch(server, "/next"))).text()).isEqualTo("/next");
    assertThat(server.requests())
        .extracting(asked -> asked.substring(asked.indexOf(' ') + 1))
        .containsExactly("/before", "/withheld", "/next");
  }

  private static Fetch fetch(WithholdingServer server, String path) {
    return new Fetch(Request.get(server.uri(path)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.heddle.model.WiredModel#misfits")
  void anEventDrivenModelRefusesTheBlockingTransport(WiredModel wired) {
    assertThatThrownBy(() -> wired.open(ExchangePolicy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not do");
  }
}
