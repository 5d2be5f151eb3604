package dev.heddle.stub;

import java.util.List;

/**
 * One thing that the stub can be asked for. Stateless or thread-safe: several event loops may share
 * it.
 */
interface Route {

  /** The path, its last segment in braces where it is an argument: {@code /bytes/{n}}. */
  String template();

  /** The methods it answers to. HEAD gets GET's answer without its body. */
  default List<String> methods() {
    return List.of("GET", "HEAD");
  }

  /** Whether a method is one of them. */
  default boolean answersTo(String method) {
    return methods().contains(method);
  }

  /** Whether requests to it appear in the statistics. */
  default boolean counted() {
    return true;
  }

  /**
   * Whether its replies depend on the request's number, so that {@code key=K} chooses one. Their
   * content must not depend on it.
   */
  default boolean numbered() {
    return false;
  }

  /** Whether its replies depend on the request's body; bodies are skipped otherwise. */
  default boolean readsBody() {
    return false;
  }

  /**
   * The reply to a request.
   *
   * @param argument the last segment of the path, decoded; empty where the template has none
   */
  Reply reply(Request request, String argument) throws RefusedRequest;
}
