package dev.heddle.stub;

import java.util.List;

/** Sets of methods that several routes answer to. */
final class Methods {

  /** Those with which httpbin may be asked for anything. */
  static final List<String> ANY = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE");

  private Methods() {}
}
