package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request told back in httpbin's fields, plus its method. */
final class Echo {

  private Echo() {}

  /** {@code /get}'s fields: args, headers, method, origin, url. */
  static ObjectNode of(Request request) {
    ObjectNode echo = JsonNodeFactory.instance.objectNode();
    echo.set("args", multiple(request.args().values()));
    echo.set("headers", headers(request.headers()));
    return echo.put("method", request.method())
        .put("origin", request.origin())
        .put("url", url(request));
  }

  /** {@code /headers}' one field. */
  static ObjectNode headersOf(Request request) {
    return JsonNodeFactory.instance.objectNode().set("headers", headers(request.headers()));
  }

  /** {@code /anything}'s fields: those of {@code /get} and the four of a body. */
  static ObjectNode withBody(Request request) throws RefusedRequest {
    BodyEcho body = BodyEcho.of(request);
    ObjectNode echo = JsonNodeFactory.instance.objectNode();
    echo.set("args", multiple(request.args().values()));
    echo.put("data", body.data());
    echo.set("files", multiple(body.files()));
    echo.set("form", multiple(body.form()));
    echo.set("headers", headers(request.headers()));
    echo.set("json", body.json());
    return echo.setAll(of(request));
  }

  private static ObjectNode multiple(Map<String, List<String>> args) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    args.forEach(
        (name, values) -> {
          if (values.size() == 1) {
            node.put(name, values.getFirst());
          } else {
            values.forEach(node.putArray(name)::add);
          }
        });
    return node;
  }

  private static ObjectNode headers(List<Header> headers) {
    Map<String, String> joined = new TreeMap<>();
    headers.forEach(
        header -> joined.merge(titleCase(header.name()), header.value(), (a, b) -> a + "," + b));
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    joined.forEach(node::put);
    return node;
  }

  private static String titleCase(String name) {
    return Stream.of(name.split("-", -1)).map(Echo::capitalised).collect(Collectors.joining("-"));
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT)
            + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String url(Request request) {
    return "http://" + request.header("host").orElse("localhost") + request.target();
  }
}
