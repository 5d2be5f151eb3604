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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdiomTest {

  private static GatherIdiom open(Model model) {
    return Idiom.valueOf(model.name()).openGather(model.defaultTransport(), ExchangePolicy.DEFAULT);
  }

  @Test
  void everyModelHasAnIdiom() {
    assertThat(Stream.of(Idiom.values()).map(Enum::name))
        .containsExactlyElementsOf(Stream.of(Model.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void gathersNoOpsAndSleepsAndDeclaresItsGaps(Model model) throws Exception {
    try (GatherIdiom idiom = open(model)) {
      assertThat(idiom.noOps(100)).isEqualTo(Collections.nCopies(100, Unit.UNIT));
      assertThat(idiom.sleeps(3, Duration.ofMillis(1)))
          .isEqualTo(Collections.nCopies(3, Unit.UNIT));
      assertThat(idiom.noOps(0)).isEmpty();
      assertThat(idiom.gaps()).isNotEmpty().allMatch(gap -> !gap.isBlank());
    }
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
    try (GatherIdiom idiom = open(model)) {
      List<String> paths = IntStream.range(0, 50).mapToObj(i -> "/" + i).toList();
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      List<Request> requests =
          paths.stream().map(path -> Request.get(URI.create(base + path))).toList();
      assertThat(idiom.fetches(requests).stream().map(Response::text))
          .containsExactlyElementsOf(paths);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anEventDrivenIdiomRefusesABlockingTransport() {
    assertThatThrownBy(
            () -> Idiom.NETTY_EVENT_LOOP.openGather(Transport.SOCKET, ExchangePolicy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("socket");
  }
}
