package dev.heddle.idiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.heddle.http.ExchangePolicy;
import dev.heddle.http.Transport;
import dev.heddle.model.Model;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.plan.Unit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdiomTest {

  /** All patterns, those included that are not written by hand here. */
  private static final Set<String> PATTERNS =
      Set.of(
          "task",
          "gather",
          "outcomes",
          "wait",
          "as-completed",
          "group",
          "open-group",
          "within",
          "timeout",
          "bounded",
          "shield",
          "race",
          "run");

  @Test
  void everyModelHasAnIdiom() {
    assertThat(Stream.of(Idiom.values()).map(Enum::name))
        .containsExactlyElementsOf(Stream.of(Model.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @EnumSource(Idiom.class)
  void everyIdiomDeclaresItsGapsForEveryPattern(Idiom idiom) {
    assertThat(idiom.gaps().keySet()).isEqualTo(PATTERNS);
    assertThat(idiom.gaps().values().stream().flatMap(List::stream))
        .allMatch(gap -> gap.matches("[a-z].*[a-z)]"));
    assertThat(idiom.gaps().values()).allSatisfy(gaps -> assertThat(gaps).doesNotHaveDuplicates());
  }

  @Test
  void aGapIsDeclaredByWhoeverHasItAndByNobodyElse() {
    String platformThreadsOnly = "an interrupt does not end a child that reads from a socket";

    assertThat(
            Stream.of(Idiom.values()).filter(i -> gaps(i, "group").contains(platformThreadsOnly)))
        .containsExactly(Idiom.PLATFORM_THREADS);
    assertThat(gaps(Idiom.STRUCTURED_SCOPE, "outcomes")).isEmpty();
    assertThat(gaps(Idiom.NETTY_EVENT_LOOP, "race"))
        .contains("wraps the failure in an ExecutionException");
  }

  private static List<String> gaps(Idiom idiom, String pattern) {
    return idiom.gaps().getOrDefault(pattern, List.of());
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void gathersNoOpsAndSleeps(Model model) throws Exception {
    try (ByHand<?> hand = HeldByHand.openByHand(model)) {
      assertThat(gather(hand, 100, Jobs::noOp)).isEqualTo(Collections.nCopies(100, Unit.UNIT));
      assertThat(gather(hand, 3, jobs -> jobs.sleep(Duration.ofMillis(1))))
          .isEqualTo(Collections.nCopies(3, Unit.UNIT));
    }
  }

  private static <J> List<Object> gather(ByHand<J> hand, int n, Function<Jobs<J>, J> job)
      throws Exception {
    return hand.gather(Collections.nCopies(n, job.apply(hand.jobs())));
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void aFailureEndsAGroupOfSleepers(Model model) throws Exception {
    try (ByHand<?> hand = HeldByHand.openByHand(model)) {
      Exception boom = new Exception("boom");

      assertThat(Background.run(() -> groupOfSleepers(hand, boom)).failure()).isSameAs(boom);
    }
  }

  private static <J> List<Object> groupOfSleepers(ByHand<J> hand, Exception failure)
      throws Exception {
    J sleeper = hand.jobs().sleep(Duration.ofHours(1));
    return hand.group(List.of(sleeper, hand.jobs().fail(failure), sleeper));
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void gathersResponsesInTheOrderOfTheRequests(Model model) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] path = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, path.length);
          exchange.getResponseBody().write(path);
          exchange.close();
        });
    server.start();
    try (ByHand<?> hand = HeldByHand.openByHand(model)) {
      List<String> paths = IntStream.range(0, 50).mapToObj(i -> "/" + i).toList();
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(fetches(hand, paths.stream().map(path -> request(base + path)).toList()))
          .containsExactlyElementsOf(paths);
    } finally {
      server.stop(0);
    }
  }

  private static <J> List<String> fetches(ByHand<J> hand, List<Request> requests) throws Exception {
    List<J> jobs = requests.stream().map(hand.jobs()::fetch).toList();
    return hand.gather(jobs).stream().map(value -> ((Response) value).text()).toList();
  }

  @ParameterizedTest
  @EnumSource(value = Model.class, names = "PLATFORM_THREADS", mode = EnumSource.Mode.EXCLUDE)
  void aFetchThatLosesARaceClosesItsConnection(Model model) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HeldByHand<?> hand = HeldByHand.open(model)) {
      server.setSoTimeout(20_000);
      Held winner = new Held();
      Request request = request("http://127.0.0.1:" + server.getLocalPort());
      Background<Object> race = Background.run(() -> race(hand, request, winner));
      try (Socket connection = server.accept()) {
        winner.awaitStarted();
        winner.succeed("won");

        assertThat(race.result()).isEqualTo("won");
        awaitClosed(connection);
      }
    }
  }

  private static <J> Object race(HeldByHand<J> hand, Request request, Held held) throws Exception {
    J fetch = hand.byHand().jobs().fetch(request);
    return hand.byHand().race(List.of(fetch, hand.form().apply(held)));
  }

  /** Fails where the other side has not closed the connection within 20 s. */
  private static void awaitClosed(Socket connection) throws IOException {
    connection.setSoTimeout(20_000);
    try {
      connection.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private static Request request(String uri) {
    return Request.get(URI.create(uri));
  }

  @Test
  void anEventDrivenIdiomRefusesABlockingTransport() {
    assertThatThrownBy(() -> Idiom.NETTY_EVENT_LOOP.open(Transport.SOCKET, ExchangePolicy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("socket");
  }
}
